/**
 * Paperround mails each reader, at the hour they chose, the new research papers that answer what
 * they asked for. Every feature has a package of its own below this one; arrows between them go one
 * way.
 */
@NullMarked
package org.paperround;

import org.jspecify.annotations.NullMarked;
