using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using ComposeCommand = Seaworthy.Model.Declared.Scripts.Commands.ComposeCommand;

namespace Seaworthy.Rules.Documentation;

/// <summary>What the manifests of a repository define that a document may name: scripts, targets, services.</summary>
internal sealed class DocumentedParts(Deployment deployment)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("$<>{}[]()*=/.\"' ");

    private static readonly string[] OfServices = ["up", "run", "exec", "logs", "restart", "start", "stop", "build", "pull"];

    private readonly HashSet<string> scripts =
    [
        .. deployment.Of<PackageJson>().SelectMany(package => package.Scripts).Select(script => script.Name),
    ];

    private readonly HashSet<string> services =
    [
        .. deployment.Of<ComposeFile>().SelectMany(file => file.Services).Select(service => service.Name.Value),
    ];

    private readonly ILookup<string, TaskFile> tasks = deployment.Of<TaskFile>().ToLookup(file => file.Tool, StringComparer.Ordinal);

    /// <summary>pnpm, Yarn and Bun also run programs of dependencies; <c>npm start</c> does without a script.</summary>
    public IEnumerable<DocumentedName> PackageScript(PackageScriptCommand command, ShellWord script) =>
        scripts.Count > 0
        && script.Literal is { } name
        && IsName(name)
        && name is not ("start" or "stop" or "restart" or "env")
        && (command.Manager == "npm" || name.Contains(':', StringComparison.Ordinal))
        && !command.IsOptional
            ?
            [
                new DocumentedName("the npm script", name, script.Span, scripts.Contains(name))
                {
                    Near = scripts.Contains(name) ? null : NearMiss.Of(name, scripts),
                },
            ]
            : [];

    public IEnumerable<DocumentedName> Target(TaskCommand command, ShellWord target)
    {
        var files = tasks[command.Tool].ToList();
        if (files.Count == 0 || target.Literal is not { } name || !IsName(name) || files.Exists(IsOpen))
        {
            return [];
        }

        var isThere = files.Exists(file => file.Find(name) is not null) || (command.Tool == "deno" && scripts.Contains(name));
        var near = isThere ? null : NearMiss.Of(name, files.SelectMany(file => file.Tasks).Select(task => task.Name.Value));
        return [new DocumentedName($"the target of {command.Tool}", name, target.Span, isThere) { Near = near }];
    }

    /// <summary>Targets may come from other files, or under names that are computed.</summary>
    private static bool IsOpen(TaskFile file) => file.Includes.Count > 0 || ComputedTargets.Because(file) is not null;

    public IEnumerable<DocumentedName> Services(ComposeCommand command) =>
        services.Count == 0 || !OfServices.Contains(command.Verb)
            ? []
            : from word in command.Services
            where word.Literal is { } name && IsName(name)
            let isThere = services.Contains(word.Literal ?? "")
            select new DocumentedName("the compose service", word.Literal ?? "", word.Span, isThere)
            {
                Near = isThere ? null : NearMiss.Of(word.Literal ?? "", services),
            };

    /// <summary>A file that Compose finds by its name, is started, and holds nothing: the whole repository has no service.</summary>
    public IEnumerable<DocumentedName> AnyService(ComposeCommand command) =>
        command is { Verb: "up", Files.Count: 0 }
        && deployment.Of<ComposeFile>().Count == 0
        && deployment.Tree.Files.FirstOrDefault(file =>
            file is { Size: 0, IsReadable: true } && ComposeFileNames.Usual.Contains(RepositoryPath.NameOf(file.Path))
        )
            is { } empty
            ? [new DocumentedName("a service in", empty.Path, command.Command.Span, false)]
            : [];

    private static bool IsName(string name) => name is [not '-', ..] && !name.AsSpan().ContainsAny(Special);
}
