package org.paperround.suppression;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The one row that holds the key erased addresses are hashed under. */
@Entity
class ErasureKey {

  static final int ONLY = 1;

  @Id int id;

  /** 32 random bytes in base64. */
  String secret;
}
