using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Migrations;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>Tools recognised only by the names of their files, which programs with their own runners use too: whether any text mentions the tool.</summary>
internal sealed class MigrationToolNames(Deployment deployment)
{
    // All texts are searched, so each tool is asked for once, and only where there are files with such names.
    private readonly Lazy<bool> flyway = new(() => IsWritten(deployment, ["flyway"]));
    private readonly Lazy<bool> golangMigrate = new(() =>
        IsWritten(deployment, ["golang-migrate", "migrate/migrate", "migrate -path", "migrate -source"])
    );

    public bool IsNamed(MigrationTool tool) =>
        tool switch
        {
            MigrationTool.Flyway => flyway.Value,
            MigrationTool.GolangMigrate => golangMigrate.Value,
            _ => true,
        };

    private static bool IsWritten(Deployment deployment, string[] words) =>
        // What a document says of a tool may be a plan.
        deployment.Artifacts.Any(artifact =>
            artifact is not Document && Array.Exists(words, word => artifact.File.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
}
