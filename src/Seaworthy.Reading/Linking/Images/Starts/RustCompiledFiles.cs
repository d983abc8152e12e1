using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The files that the source of a Rust program names and the compiler opens: texts and bytes it includes, migrations it embeds, answers of a database against which it checks queries.</summary>
/// <remarks>
/// Sources: Rust standard library, <c>include_str!</c> (relative to the file); sqlx, <c>migrate!</c> and Diesel, <c>embed_migrations!</c> (relative to the manifest); sqlx-cli, README, "Enable building in 'offline mode'
/// with query!()" (<c>.sqlx</c>; <c>sqlx-data.json</c> before 0.7) and <c>query!</c>, "Requirements" (DATABASE_URL, also from <c>.env</c>).
/// </remarks>
internal sealed class RustCompiledFiles(Deployment deployment)
{
    private const string Offline = "SQLX_OFFLINE";

    /// <summary>Nothing for a command before the source is copied: it compiles a stand-in, to keep the dependencies in a layer.</summary>
    public IEnumerable<ManifestParts> Of(Image image, ImageStage stage, StageCommand command)
    {
        var line = CommandLine.Of(command.Command);
        if (
            line.Verb == "fetch"
            || command.Directory is not { } directory
            || CargoCommands.ManifestOf(deployment, command, line) is not { WorkspaceMembers.Count: 0 } cargo
        )
        {
            return [];
        }

        var copied = command.Before.CopiedUnder(directory).Select(file => file.Source).ToHashSet(StringComparer.Ordinal);
        var root = RepositoryPath.Join(cargo.File.Directory, "src") ?? "src";
        var code = deployment
            .Of<CodeFile>()
            .Where(file =>
                file is { Language: Language.Rust, IsTest: false }
                && RepositoryPath.Inside(root, file.File.Path) is not null
                && copied.Contains(file.File.Path)
            )
            .ToList();
        var tool = $"cargo {line.Verb}";
        ManifestParts?[] found =
        [
            Named(cargo, tool, directory, "which the source includes", [.. code.SelectMany(file => Included(cargo, file))]),
            Named(cargo, tool, directory, "which the source embeds", [.. code.SelectMany(Embedded)]),
            Answers(image, stage, command, cargo, code) is { } answers
                ? new ManifestParts(tool, cargo.File, directory, [answers])
                {
                    Why = "against which sqlx checks the queries",
                    MadeBy = IsIn(cargo, answers.Value) ? null : "cargo sqlx prepare",
                }
                : null,
        ];
        return found.OfType<ManifestParts>();
    }

    private static ManifestParts? Named(
        CargoManifest cargo,
        string tool,
        string directory,
        string why,
        IReadOnlyList<Fact<string>> files
    ) => files.Count == 0 ? null : new ManifestParts(tool, cargo.File, directory, files) { Why = why };

    // A file that no clone has is made by the build.
    private IEnumerable<Fact<string>> Included(CargoManifest cargo, CodeFile file) =>
        from setting in file.Settings
        where setting.Name == "build.include"
        let path = (setting.Value as CodeValue.Literal)?.Text
        where path is { Length: > 0 } && !IsForTests(path)
        let target = RepositoryPath.Join(file.File.Directory, path)
        where target is not null && deployment.Tree.HasFile(target)
        select new Fact<string>(RelativePath.Of(cargo.File.Directory, target), setting.Span);

    private static bool IsForTests(string path) => path.Split('/').Any(part => part is "tests" or "test" or "testdata" or "fixtures");

    private static IEnumerable<Fact<string>> Embedded(CodeFile file) =>
        from setting in file.Settings
        where setting.Name == "migrations.source"
        let path = (setting.Value as CodeValue.Literal)?.Text
        where path is { Length: > 0 }
        select new Fact<string>(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path, setting.Span);

    /// <summary>The directory of answers, where no database is named from which the compiler could ask them.</summary>
    private Fact<string>? Answers(Image image, ImageStage stage, StageCommand command, CargoManifest cargo, List<CodeFile> code)
    {
        if (
            cargo.FindDependency("sqlx") is not { } sqlx
            || code.SelectMany(file => file.Settings).FirstOrDefault(setting => setting.Name == "sqlx.checkedAtBuild") is not { } query
        )
        {
            return null;
        }

        var isOffline = image.Mentions(stage, [$"{Offline}=true", $"{Offline}=1", $"{Offline} true", $"{Offline} 1"]);
        var hasDatabase =
            image.Mentions(stage, ["DATABASE_URL"])
            || command.Before.Find(ImagePath.Under(command.Directory ?? "/", ".env")).Presence
                is not (Presence.Absent or Presence.IgnoredByDocker);
        return isOffline || !hasDatabase ? new Fact<string>(IsOld(sqlx) ? "sqlx-data.json" : ".sqlx", query.Span) : null;
    }

    private bool IsIn(CargoManifest cargo, string name) =>
        RepositoryPath.Join(cargo.File.Directory, name) is { } path && deployment.Tree.Has(path);

    private static bool IsOld(Dependency sqlx) =>
        sqlx.Range?.TrimStart('=', '^', '~', ' ') is { } range
        && (range.StartsWith("0.5", StringComparison.Ordinal) || range.StartsWith("0.6", StringComparison.Ordinal));
}
