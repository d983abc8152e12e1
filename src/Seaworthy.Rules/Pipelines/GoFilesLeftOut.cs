using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command compiles some files of a Go package, and they call functions of its other files.</summary>
internal sealed class GoFilesLeftOut : Rule<GoFilesLeftOut.Compilation>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "go-files-left-out",
            "Incomplete Go package",
            Severity.High,
            "With files as arguments, `go build` compiles these files alone: functions of the others are undefined.",
            "Go commands compile every file of their package."
        );

    public override IEnumerable<Compilation> Subjects(Deployment deployment) => InCommands(deployment).Concat(InImages(deployment));

    protected override Subject Identify(Compilation subject) => new(subject.Name, subject.Words[0].Span, subject.Words[0].Raw);

    protected override IEnumerable<Verdict> Check(Compilation subject, Deployment deployment)
    {
        var called = subject.Files.SelectMany(file => file.MainPackage?.Calls ?? []).ToHashSet(StringComparer.Ordinal);
        called.ExceptWith(subject.Files.SelectMany(file => file.MainPackage?.Functions ?? []));
        var needed = Beside(deployment, subject)
            .Select(file => (File: file.File.Name, Function: file.MainPackage?.Functions.FirstOrDefault(called.Contains)))
            .Where(found => found.Function is not null)
            .ToList();
        if (needed is not [var first, ..])
        {
            yield break;
        }

        var message =
            $"{subject.Name} compiles {string.Join(", ", subject.Words.Select(word => $"`{word.Raw}`"))} without {NameList.Of([.. needed.Select(found => found.File)], 3)}: the build fails with `undefined: {first.Function}`.";
        yield return (
            subject.IsConditional ? Warn(subject.Words[0].Span, message).As(Severity.Medium) : Fail(subject.Words[0].Span, message)
        )
            .Remedy($"Write the package `{Package(subject.Words[0].Raw)}` in place of the files in {subject.Words[0].Span}.")
            .VerifyGone();
    }

    /// <summary>The other files that the compiler takes for the package, whatever the system.</summary>
    private static IEnumerable<CodeFile> Beside(Deployment deployment, Compilation subject) =>
        deployment
            .In<CodeFile>(subject.Files[0].File.Directory)
            .Where(file => file is { MainPackage: not null, BuildConstraint: null, IsTest: false } && !subject.Files.Contains(file))
            .OrderBy(file => file.File.Path, StringComparer.Ordinal);

    private static IEnumerable<Compilation> InCommands(Deployment deployment) =>
        from site in deployment.Commands
        where site is { IsRemote: false, Directories: [_, ..] }
        let words = Files(site.Command)
        where words.Count > 0
        let files = words.Select(word => FileAt(deployment, RepositoryPath.Join(site.Directories[0], word.Raw))).OfType<CodeFile>().ToList()
        where files.Count == words.Count
        select new Compilation(site.Subject, words, files) { IsConditional = site.IsConditional || site.IsAssumed };

    private static IEnumerable<Compilation> InImages(Deployment deployment) =>
        from image in deployment.Images
        from stage in image.Stages
        from command in stage.Commands
        where command.Directory is not null
        let words = Files(command.Command)
        where words.Count > 0
        let files = words
            .Select(word => FileAt(deployment, command.Before.SourceOf(command.Directory, word.Raw)))
            .OfType<CodeFile>()
            .ToList()
        where files.Count == words.Count
        select new Compilation(image.Name, words, files) { IsConditional = !command.IsDemanded };

    private static CodeFile? FileAt(Deployment deployment, string? path) =>
        path is not null && deployment.At<CodeFile>(path) is { MainPackage: not null } file ? file : null;

    private static List<ShellWord> Files(ShellCommand command) =>
        command.Program == "go" && command.Words.Skip(1).FirstOrDefault()?.Literal is "build" or "run" or "install"
            ? [.. command.Words.Skip(2).Where(word => word.Literal is [not '-', ..] path && path.EndsWith(".go", StringComparison.Ordinal))]
            : [];

    /// <summary><c>./cmd/server</c> for <c>cmd/server/main.go</c>.</summary>
    private static string Package(string file) =>
        RepositoryPath.Parent(file.StartsWith("./", StringComparison.Ordinal) ? file[2..] : file) is { Length: > 0 } directory
            ? directory.StartsWith("..", StringComparison.Ordinal) || directory.StartsWith('/')
                ? directory
                : $"./{directory}"
            : ".";

    /// <summary>A command, the files that it compiles, and their source.</summary>
    internal sealed record Compilation(string Name, IReadOnlyList<ShellWord> Words, IReadOnlyList<CodeFile> Files)
    {
        public bool IsConditional { get; init; }
    }
}
