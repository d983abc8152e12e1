namespace Seaworthy.Deploying.Planning;

/// <summary>What a service keeps, as far as a backup must know it.</summary>
public enum StoreKind
{
    /// <summary>Nothing.</summary>
    None,
    PostgreSql,
    MySql,
    MongoDb,
    Redis,

    /// <summary>Files in volumes.</summary>
    Files,
}
