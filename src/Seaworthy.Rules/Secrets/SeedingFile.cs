using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Rules.Pipelines;

namespace Seaworthy.Rules.Secrets;

/// <summary>A source file that hashes passwords, or makes accounts with them.</summary>
internal sealed record SeedingFile(Component Component, CodeFile File, IReadOnlyList<FrameworkSetting> Passwords)
{
    // A hash that is compared with when there is no such user, so that the answer takes as long.
    private static readonly string[] NoPasswords = ["dummy", "timing", "fake", "invalid", "unusable", "not-a-password"];

    // A stem that names too many files to say which.
    private static readonly string[] CommonStems = ["index", "main", "app", "server", "utils", "auth", "user", "users", "__init__"];

    /// <summary>Those that are written out; the others come from elsewhere.</summary>
    public IReadOnlyList<FrameworkSetting> WrittenOut { get; } = [.. Passwords.Where(IsWritten)];

    private string Stem => Path.GetFileNameWithoutExtension(File.File.Name);

    public static IEnumerable<SeedingFile> Of(Deployment deployment) =>
        from component in deployment.Components
        from file in component.Code
        where !file.IsTest && !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram & ~FilePurpose.DeveloperTool)
        let passwords = file
            .Settings.Where(setting =>
                setting.Name.StartsWith(FrameworkSetting.AccountPassword, StringComparison.Ordinal) && !IsGiven(setting, deployment)
            )
            .ToList()
        where passwords.Count > 0
        select new SeedingFile(component, file, passwords);

    /// <summary>What runs it where it is deployed, in words; null when nothing was seen to.</summary>
    public string? RunBy(Deployment deployment)
    {
        if (File.RunnerOfSpring() is { } runner)
        {
            return $"Spring runs it at every start ({runner.TrimStart('@')})";
        }

        if (File.Listeners.Count > 0)
        {
            return "it is part of the server";
        }

        if (CommonStems.Contains(Stem, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var started = deployment.Startups.FirstOrDefault(start =>
            !start.IsForDevelopment && start.Programs.Any(program => program.Words.Any(word => Names(word.Raw)))
        );
        return started is not null ? $"{started.Subject} runs it at every start"
            : Component.Code.FirstOrDefault(Imports) is { } importer ? $"{importer.File.Path} imports it"
            : RunByScript(deployment);
    }

    /// <summary>The package's script that names the file, where the program itself or the way to a server runs that: <c>npm run seed</c>.</summary>
    private string? RunByScript(Deployment deployment)
    {
        var commands = Component
            .Manifests.OfType<PackageJson>()
            .SelectMany(manifest => manifest.Scripts)
            .Where(script => script.Text.Contains(File.File.Name, StringComparison.Ordinal))
            .Select(script => $"run {script.Name}")
            .ToList();
        return commands.Count == 0
            ? null
            : deployment
                .Artifacts.Where(artifact =>
                    artifact is CodeFile { IsTest: false } code ? Component.Code.Contains(code) : IsWayToServer(artifact)
                )
                .Where(artifact => artifact != File)
                .Select(artifact => new { artifact.File.Path, Command = commands.Find(artifact.File.Mentions) })
                .Where(found => found.Command is not null)
                .Select(found => $"{found.Path} has `npm {found.Command}`")
                .FirstOrDefault();
    }

    private static bool IsWayToServer(Artifact artifact) =>
        artifact is not Manifest && DeployWords.Says(artifact.File.Path) && !DeployWords.SaysTrial(artifact.File.Path);

    private bool Imports(CodeFile other) => other != File && !other.IsTest && other.Imports.Any(import => Names(import.Module));

    /// <summary>The last part of a path or of a module's name: <c>scripts/seed.js</c>, <c>app.seed</c>.</summary>
    private bool Names(string text)
    {
        var name = text.Trim('"', '\'');
        name = name[(name.LastIndexOf('/') + 1)..];
        return name == File.File.Name || name == Stem || name.EndsWith("." + Stem, StringComparison.Ordinal);
    }

    /// <summary>Something beside the source and its documents sets the variable that comes before the text.</summary>
    private static bool IsGiven(FrameworkSetting setting, Deployment deployment) =>
        setting.Name.StartsWith(FrameworkSetting.AccountPasswordDefault, StringComparison.Ordinal)
        && setting.Name[FrameworkSetting.AccountPasswordDefault.Length..] is var variable
        && deployment.Artifacts.Any(artifact => artifact is not (CodeFile or Document) && artifact.File.Mentions(variable));

    private static bool IsWritten(FrameworkSetting setting) =>
        setting.Value is CodeValue.Literal { Text: { Length: >= 3 } text }
        && !Array.Exists(NoPasswords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
