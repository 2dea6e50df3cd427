package org.paperround.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, Long> {}
