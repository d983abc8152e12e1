using System.Text.Json.Serialization;

namespace Seaworthy.Deploying.Ledger;

/// <summary>What a line of the ledger says.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerEvent>))]
public enum LedgerEvent
{
    /// <summary>A deployment or rollback begins; the line holds its plan.</summary>
    Begun,
    StepBegun,
    StepDone,
    StepFailed,
    UndoBegun,
    UndoDone,
    UndoFailed,

    /// <summary>From here on the release counts; the line holds its record.</summary>
    Promoted,
    Finished,
    RolledBack,

    /// <summary>A rollback failed: somebody must look.</summary>
    Stuck,
    Locked,
    Unlocked,
    BackupMade,
    BackupSent,

    /// <summary>A copy that retention needs no more is gone.</summary>
    BackupRemoved,
    Restored,
    Refused,

    /// <summary>Names of secrets whose values were handed out: to containers, or to the one who asked. Never a value.</summary>
    SecretRead,
    SecretSet,
    SecretRemoved,

    /// <summary>A secrets file has a new key, or its old one is accepted no more.</summary>
    SecretsRotated,

    /// <summary>Its containers and networks were removed: nothing runs of it from here on.</summary>
    TakenDown,

    /// <summary>A host has another certificate, outside of a deployment.</summary>
    CertificateSet,
}
