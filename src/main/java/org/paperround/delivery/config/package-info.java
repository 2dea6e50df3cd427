/** What the operator sets, and what follows from it. */
@NullMarked
package org.paperround.delivery.config;

import org.jspecify.annotations.NullMarked;
