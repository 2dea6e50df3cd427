package org.paperround.web;

import java.util.List;

/**
 * A page of the API.
 *
 * @param page from 0
 * @param size how many items a full page holds
 * @param total how many there are on all pages
 */
public record ApiPage<T>(List<T> items, int page, int size, long total) {}
