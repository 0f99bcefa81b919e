/// A network check computed from tables, without a server or a database, and written as JSON, HTML, PDF,
/// GraphML, GEXF
/// and CSV.
///
/// It measures what the tables say about one day. It does not judge: no overall score, no ranking, no traffic light.
@NamedInterface("check")
@NullMarked
package org.wirknetz.networkcheck.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
