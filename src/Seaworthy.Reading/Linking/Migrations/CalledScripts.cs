using System.Collections.Frozen;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>The scripts of <c>package.json</c> that something runs: a command, another of them that runs, or a package manager or platform by itself.</summary>
/// <remarks>Sources: npm documentation, "scripts"; Heroku, "Node.js Support"; Vercel, "Build Step".</remarks>
internal sealed class CalledScripts
{
    private static readonly FrozenSet<string> ByThemselves = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. LifecycleScripts.BeforeStart, "vercel-build", "start", "deploy", "release"]
    );

    private readonly HashSet<string> called = new(StringComparer.Ordinal);

    /// <param name="commands">Those of everything else.</param>
    public CalledScripts(IEnumerable<ShellCommand> commands, IReadOnlyList<PackageScript> scripts)
    {
        var names = scripts.Select(script => script.Name).ToHashSet(StringComparer.Ordinal);
        var around = scripts
            .SelectMany(script => Around(script.Name), (script, name) => new { script, name })
            .ToLookup(pair => pair.name, pair => pair.script, StringComparer.Ordinal);
        Queue<string> open = new(Named(commands, names).Concat(names.Where(ByThemselves.Contains)));
        while (open.TryDequeue(out var name))
        {
            if (called.Add(name))
            {
                foreach (var next in Named(around[name].SelectMany(script => script.Commands), names))
                {
                    open.Enqueue(next);
                }
            }
        }
    }

    public bool Hold(PackageScript script) => Around(script.Name).Any(called.Contains);

    /// <summary>The names whose call runs a script: npm runs <c>prestart</c> and <c>poststart</c> around <c>start</c>.</summary>
    private static IEnumerable<string> Around(string script) =>
        script.StartsWith("pre", StringComparison.Ordinal) ? [script, script[3..]]
        : script.StartsWith("post", StringComparison.Ordinal) ? [script, script[4..]]
        : [script];

    // "npm run db:migrate", "run-s db:migrate start", "concurrently npm:db:migrate", "sh -c 'pnpm db:migrate && …'".
    private static IEnumerable<string> Named(IEnumerable<ShellCommand> commands, HashSet<string> names) =>
        commands
            .SelectMany(command => command.Words)
            .SelectMany(word => word.Raw.Split([' ', '\'', '"', ';', '&', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Select(part => part.StartsWith("npm:", StringComparison.Ordinal) ? part[4..] : part)
            .Where(names.Contains)
            .Distinct(StringComparer.Ordinal);
}
