namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>A database held against what the project declares of it. Pure.</summary>
public static class DatabaseDrifts
{
    /// <param name="service">The database.</param>
    /// <param name="histories">The migrations of the project.</param>
    /// <param name="facts">What the database says.</param>
    public static Verification Of(string service, IReadOnlyList<DeclaredHistory> histories, DatabaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(facts);
        var migrations = MigrationDrifts.Of(service, histories, facts);
        // What a missing migration would create is not missing besides.
        return migrations
            .And(migrations.Drifts.Count == 0 ? IndexDrifts.Of(service, histories, facts) : Verification.Empty)
            .And(SessionDrifts.Of(service, facts));
    }
}
