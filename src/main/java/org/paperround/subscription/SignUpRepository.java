package org.paperround.subscription;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class SignUpRepository implements PanacheRepositoryBase<SignUp, Long> {

  List<Long> open(int most) {
    return find("select id from SignUp where answer = ?1 order by id", SignUp.Answer.OPEN)
        .project(Long.class)
        .range(0, most - 1)
        .list();
  }

  long answered(String addressKey, SignUp.Answer answer, Instant after) {
    return count("addressKey = ?1 and answer = ?2 and answeredAt > ?3", addressKey, answer, after);
  }

  void forget(String addressKey) {
    delete("addressKey", addressKey);
  }
}
