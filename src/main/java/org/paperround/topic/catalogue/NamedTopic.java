package org.paperround.topic.catalogue;

/**
 * A topic that a reader can pick by its name instead of writing a query.
 *
 * @param id stable, for links and requests
 * @param name what the reader sees
 * @param group the heading it is listed under
 * @param query the query it stands for, in the query language
 */
public record NamedTopic(String id, String name, String group, String query) {}
