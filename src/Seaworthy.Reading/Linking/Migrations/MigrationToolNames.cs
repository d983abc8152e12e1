using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>Tools that are told by nothing but the names of their files, which programs with runners of their own give theirs, too: whether any text speaks of the tool.</summary>
internal static class MigrationToolNames
{
    public static bool IsNamed(Deployment deployment, MigrationTool tool, string directory) =>
        tool switch
        {
            // Where Spring Boot and Quarkus have it look.
            MigrationTool.Flyway => directory.EndsWith("db/migration", StringComparison.Ordinal) || IsWritten(deployment, ["flyway"]),
            MigrationTool.GolangMigrate => IsWritten(deployment, ["golang-migrate", "migrate/migrate", "migrate -path", "migrate -source"]),
            _ => true,
        };

    private static bool IsWritten(Deployment deployment, string[] words) =>
        deployment.Artifacts.Any(artifact =>
            Array.Exists(words, word => artifact.File.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        );
}
