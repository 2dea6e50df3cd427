package org.paperround.topic.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A category of arXiv, such as {@code cs.CL}.
 *
 * @param id as arXiv spells it
 * @param name what people call it, "Computation and Language"
 * @param archive what stands before the dot; a category without a dot is its own archive
 * @param archiveName what people call the archive, "Computer Science"
 * @param group the field the archive belongs to, as an identifier
 * @param groupName what people call that field
 * @param active whether new papers can still be listed here
 * @param canonical the category this one is another name or the past of; null when it is none
 */
public record Category(
    String id,
    String name,
    String archive,
    String archiveName,
    String group,
    String groupName,
    boolean active,
    @Nullable String canonical) {}
