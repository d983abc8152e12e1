using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Documentation;

/// <summary>Names in the commands of READMEs. The directory of a reader is unknown, so anything with the name counts, wherever it is.</summary>
internal sealed class DocumentedNames
{
    private static readonly string[] Openings = ["README", "INSTALL", "DEPLOY", "SETUP", "QUICKSTART", "QUICK_START", "GETTING"];

    private static readonly string[] Programs = [".py", ".sh", ".js", ".ts", ".mjs", ".cjs", ".rb", ".php"];

    // What follows the name of a package: versions, extras.
    private static readonly SearchValues<char> AfterName = SearchValues.Create("@:=<>~^[");

    // What no shell starts by its path.
    private static readonly string[] Modules = [".ts", ".mjs", ".cjs", ".js"];

    private static readonly SearchValues<char> Special = SearchValues.Create("<>{}[]$*=@:\"' ");

    // Placeholders.
    private static readonly string[] Stand = ["your", "my-", "my_", "path/to", "example.com", "xxx", "..", "foo", "name-of", "some"];

    // They create volumes, clusters and environments, and no project with its own files.
    private static readonly string[] Makers = ["docker", "podman", "kubectl", "terraform", "tofu", "conda", "aws", "az", "gcloud", "doctl"];

    private readonly Deployment deployment;
    private readonly DocumentedParts parts;
    private readonly ILookup<string, string> byName;
    private readonly HashSet<string> ownPackages;

    private DocumentedNames(Deployment deployment)
    {
        this.deployment = deployment;
        parts = new DocumentedParts(deployment);
        ownPackages = deployment
            .Of<Manifest>()
            .Where(manifest => manifest.File.Directory.Length == 0)
            .Select(manifest => manifest.Name?.Value)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        byName = deployment.Tree.Files.Select(file => file.Path).ToLookup(RepositoryPath.NameOf, StringComparer.Ordinal);
    }

    public static IReadOnlyList<DocumentedName> Link(Deployment deployment)
    {
        var documents = deployment.Of<Document>().Where(IsForUsers).ToList();
        if (documents.Count == 0)
        {
            return [];
        }

        DocumentedNames names = new(deployment);
        return [.. documents.Where(IsOfThisRepository).SelectMany(names.In)];
    }

    private static bool IsForUsers(Document document) =>
        document.Commands.Count > 0
        && Openings.Any(opening => document.File.Name.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
        && !FilePurposes.Has(document.File.Path, FilePurpose.Retired | FilePurpose.Shown)
        && !RepositoryPath.IsSample(document.File.Path);

    /// <summary>A guide that creates a project or clones others is about another repository.</summary>
    private static bool IsOfThisRepository(Document document) =>
        document.Commands.Count(IsClone) <= 1
        && !document.Commands.Any(command =>
            !Makers.Contains(command.Program)
            && command.Words.Any(word =>
                word.Literal is { } text
                && (
                    text.StartsWith("create-", StringComparison.Ordinal)
                    || text is "startproject" or "init" or "create" or "new" or "submodule"
                )
            )
        );

    private IEnumerable<DocumentedName> In(Document document)
    {
        var made = document
            .Commands.SelectMany(WrittenPaths.Words)
            .Select(word => word.Literal)
            .OfType<string>()
            .Select(RepositoryPath.NameOf);
        var mentioned = document
            .FilesToPlace.Select(file => RepositoryPath.NameOf(file.Value))
            .Concat(made)
            .Concat(ShownFiles.In(document))
            .ToHashSet(StringComparer.Ordinal);
        var names = InClone(BeforeLeaving(document))
            // A command with a placeholder path is an example.
            .Where(command => !command.Words.Any(word => word.Raw.Contains("path/to", StringComparison.Ordinal)))
            .SelectMany(KnownCommand.Of)
            .SelectMany(known => Of(known, mentioned))
            .ToList();
        BroughtNames brought = new(document, names.Where(name => !name.IsThere));
        return names
            .Where(name => name.IsThere || !brought.Hold(name))
            .Where(name => !Stand.Any(stand => name.Name.Contains(stand, StringComparison.OrdinalIgnoreCase)))
            .DistinctBy(name => new { name.What, name.Name });
    }

    /// <summary>The commands up to the first that goes to a directory which is neither here nor the clone: what follows is about something else.</summary>
    private IEnumerable<ShellCommand> BeforeLeaving(Document document)
    {
        var clone = document.Commands.FirstOrDefault(IsClone)?.Words[^1].Literal ?? "";
        return document.Commands.TakeWhile(command =>
            command.Words is not [{ Literal: "cd" or "pushd" }, { Literal: { } directory }]
            || directory.Trim('.', '/').Length == 0
            || (directory.StartsWith("..", StringComparison.Ordinal) && IsDirectory(directory.TrimStart('.', '/').TrimEnd('/')))
            || IsDirectory(Plain(directory).TrimEnd('/'))
            || RepositoryPath.NameOf(clone).StartsWith(RepositoryPath.NameOf(directory.TrimEnd('/')), StringComparison.OrdinalIgnoreCase)
            || IsFirst(document, command)
        );
    }

    /// <summary>A reader who installs the package is in another project until they clone this one.</summary>
    private IEnumerable<ShellCommand> InClone(IEnumerable<ShellCommand> commands)
    {
        var isElsewhere = false;
        foreach (var command in commands)
        {
            isElsewhere = !IsClone(command) && (isElsewhere || InstallsThis(command));
            if (!isElsewhere)
            {
                yield return command;
            }
        }
    }

    /// <summary><c>composer require acme/shop</c>, <c>npm install -D @acme/shop@^2</c>, <c>pip install "shop[all]"</c>.</summary>
    private bool InstallsThis(ShellCommand command) =>
        command.Program
            is "composer"
                or "npm"
                or "yarn"
                or "pnpm"
                or "bun"
                or "pip"
                or "pip3"
                or "uv"
                or "poetry"
                or "cargo"
                or "gem"
                or "go"
        && command.Words.Any(word => word.Literal is "require" or "install" or "i" or "add" or "get")
        && command.Arguments.Any(word => word.Literal is { Length: > 1 } text && ownPackages.Contains(WithoutVersion(text)));

    private static string WithoutVersion(string package)
    {
        var end = package.AsSpan(1).IndexOfAny(AfterName);
        return end < 0 ? package : package[..(end + 1)];
    }

    /// <summary>The first directory that a guide goes to is the clone, whatever its name.</summary>
    private static bool IsFirst(Document document, ShellCommand command) =>
        document.Commands.First(other => other.Program is "cd" or "pushd") == command;

    private static bool IsClone(ShellCommand command) => command.Words is [{ Literal: "git" }, { Literal: "clone" }, ..];

    private IEnumerable<DocumentedName> Of(KnownCommand known, HashSet<string> mentioned) =>
        known switch
        {
            PackageScriptCommand { Script: { } script } command => parts.PackageScript(command, script),
            TaskCommand command => command.Targets.SelectMany(target => parts.Target(command, target)),
            ComposeCommand command => parts
                .Services(command)
                .Concat(parts.AnyService(command))
                .Concat(Files("the compose file", command.Files, mentioned)),
            KubectlCommand command => Files("the manifest", command.Files, mentioned)
                .Concat(Directories("the kustomization", command.Kustomizations)),
            FileCommand { Tool: "cp" or "mv" } command => Files("the file", command.Reads.Where(IsTemplate), mentioned, isForClone: true),
            // A listing of modules is no list of commands.
            ProgramCommand { File: { } file } command when command.Command.Words[0] != file || !IsModule(file) => Files(
                    "the program",
                    [file],
                    mentioned
                )
                .Where(IsProgram),
            SourceCommand => [],
            _ => Scripts(known, mentioned),
        };

    /// <summary><c>./scripts/setup.sh</c>, by itself.</summary>
    private IEnumerable<DocumentedName> Scripts(KnownCommand known, HashSet<string> mentioned) =>
        known.Command.Words is [{ Literal: ['.', '/', ..] } program, ..] ? Files("the script", [program], mentioned).Where(IsProgram) : [];

    private static bool IsProgram(DocumentedName name) => Programs.Any(ending => name.Name.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsTemplate(ShellWord word) =>
        word.Literal is { } text
        && RepositoryPath.NameOf(text) is var name
        && (
            name.Contains("example", StringComparison.OrdinalIgnoreCase)
            || name.Contains("sample", StringComparison.OrdinalIgnoreCase)
            || name.Contains("template", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith(".env.", StringComparison.Ordinal)
        );

    /// <param name="isForClone">Every clone must have it, even where git ignores it.</param>
    private IEnumerable<DocumentedName> Files(
        string what,
        IEnumerable<ShellWord> words,
        HashSet<string> mentioned,
        bool isForClone = false
    ) =>
        from word in words
        where word.Literal is { } text && IsPlain(text) && !text.EndsWith('/')
        let path = Plain(word.Literal ?? "")
        where
            RepositoryPath.NameOf(path) is { Length: > 0 } name and not "."
            && name.Contains('.', StringComparison.Ordinal)
            && !mentioned.Contains(name)
        where isForClone || !IsIgnored(path, word.Span.File.Directory)
        let found = Find(path)
        select new DocumentedName(what, word.Literal ?? "", word.Span, found is not null)
        {
            Near = found is null ? Near(path, word.Span.File.Directory) : null,
        };

    /// <summary>The reader may be in the root, or beside the document.</summary>
    private bool IsIgnored(string path, string beside) =>
        deployment.Tree.WhyIgnored(path) is not null || deployment.Tree.WhyIgnored(RepositoryPath.Join(beside, path) ?? path) is not null;

    private static bool IsModule(ShellWord word) =>
        word.Literal is { } text && Modules.Any(ending => text.EndsWith(ending, StringComparison.Ordinal));

    private string? Find(string path) =>
        deployment.Tree.HasDirectory(path)
            ? path
            : byName[RepositoryPath.NameOf(path)]
                .FirstOrDefault(file => file == path || file.EndsWith("/" + path, StringComparison.Ordinal));

    /// <summary>The same name elsewhere, or a name much like it in the same place.</summary>
    private string? Near(string path, string beside) =>
        // Of several the one that most of the written path leads to, and then the one that lies beside the document.
        byName[RepositoryPath.NameOf(path)]
            .OrderByDescending(file => SameEnd(file, path))
            .ThenByDescending(file => RepositoryPath.Parent(file) == beside ? 1 : 0)
            .FirstOrDefault()
        ?? (
            NearMiss.Of(
                RepositoryPath.NameOf(path),
                deployment.Tree.FilesIn(RepositoryPath.Parent(path)).Select(file => RepositoryPath.NameOf(file.Path))
            )
                is { } name
                ? RepositoryPath.Join(RepositoryPath.Parent(path), name)
                : null
        );

    /// <summary>How many directories and names two paths share, counted from their ends.</summary>
    private static int SameEnd(string path, string other) =>
        path.Split('/')
            .AsEnumerable()
            .Reverse()
            .Zip(other.Split('/').AsEnumerable().Reverse(), (first, second) => new { First = first, Second = second })
            .TakeWhile(pair => pair.First == pair.Second)
            .Count();

    private IEnumerable<DocumentedName> Directories(string what, IEnumerable<ShellWord> words) =>
        from word in words
        where word.Literal is { } text && IsPlain(text)
        let path = Plain(word.Literal ?? "").TrimEnd('/')
        where path.Length > 0
        select new DocumentedName(what, word.Literal ?? "", word.Span, IsDirectory(path));

    private bool IsDirectory(string path) =>
        deployment.Tree.HasDirectory(path) || deployment.Tree.Files.Any(file => file.Path.Contains($"/{path}/", StringComparison.Ordinal));

    private static string Plain(string path) => path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    // A path on the reader's machine is not in the repository.
    private static bool IsPlain(string path) =>
        RepositoryPath.IsRelative(path) && !path.StartsWith("../", StringComparison.Ordinal) && !path.AsSpan().ContainsAny(Special);
}
