package org.paperround.web;

import java.util.List;
import org.paperround.digest.EditionView;
import org.paperround.digest.PaperView;

/**
 * A digest in the browser.
 *
 * @param more the matched papers that did not fit into the mail
 */
record EditionPageView(EditionView edition, List<PaperView> more) {}
