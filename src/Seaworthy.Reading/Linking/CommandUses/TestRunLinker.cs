using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>Which tests the runners of workflows find.</summary>
internal static class TestRunLinker
{
    // What `npm init` writes for a script that does not exist.
    private const string NoTests = "no test specified";

    public static IReadOnlyList<TestRun> Link(Deployment deployment)
    {
        Workspaces? workspaces = null;
        List<TestRun> found = [];
        foreach (var site in deployment.Commands.Where(site => Runs(site) && deployment.At<Workflow>(site.Span.File.Path) is not null))
        {
            var directory = site.Directories[0];
            var runs = site.Known.SelectMany(known => Of(deployment, site, directory, known)).ToList();
            if (runs.Count == 0)
            {
                continue;
            }

            workspaces ??= Workspaces.Of(deployment);
            if (workspaces.At(site.Command) is { OtherTreeBecause: null, IsConditional: false } point)
            {
                found.AddRange(runs.Where(run => run.Test is not null || !MayBeMade(deployment, site, point)));
            }
        }

        return found;
    }

    /// <summary>A step before may make any file, or one of the same workflow writes a test.</summary>
    private static bool MayBeMade(Deployment deployment, CommandSite site, WorkspacePoint point) =>
        point.MayBeMade("tests/test_any.py", isSource: true) is not null
        || deployment.Commands.Any(other =>
            other.Span.File == site.Span.File
            && other.Command.Redirects.Any(redirect => redirect.Target.Raw.Contains("test", StringComparison.OrdinalIgnoreCase))
        );

    private static bool Runs(CommandSite site) =>
        site is { IsConditional: false, IsAssumed: false, IsRemote: false, Directories: [_] } && Decides(site.Command);

    /// <summary>Its failure is the failure of what calls it.</summary>
    private static bool Decides(ShellCommand command) =>
        command
            is {
                IsConditional: false,
                IsCondition: false,
                FailureIsMasked: false,
                IsBackground: false,
                IsInSubstitution: false,
                Loop: null,
                Function: null,
                LostTo: null
            };

    private static IEnumerable<TestRun> Of(Deployment deployment, CommandSite site, string directory, KnownCommand known) =>
        known switch
        {
            TestRunCommand { Tool: "pytest" or "py.test" } test => Pytest(deployment, site, directory, test),
            TestRunCommand test => Script(deployment, site, directory, test, site.Command.Words, through: null),
            PackageScriptCommand
            {
                Verb: "run" or "test",
                Workspaces: [],
                IsInAllWorkspaces: false,
                IsInRoot: false,
                Directory: null,
                Manager: "npm" or "yarn" or "pnpm"
            } script => Package(deployment, site, directory, script),
            _ => [],
        };

    private static IEnumerable<TestRun> Package(Deployment deployment, CommandSite site, string directory, PackageScriptCommand command)
    {
        var name = command.Verb == "test" ? "test" : command.Script?.Literal;
        if (
            name is null
            || RepositoryPath.Join(directory, "package.json") is not { } path
            || deployment.At<PackageJson>(path)?.FindScript(name) is not { } script
        )
        {
            return [];
        }

        return script.Text.Contains(NoTests, StringComparison.Ordinal) && script.Commands is [.., { Program: "exit", Joint: "&&" }]
            ? [new TestRun(site.Subject, site.Span, "npm", directory) { Through = script.Span }]
            : script
                .Commands.Where(Decides)
                .Where(inner => inner.Directory is { Length: 0 })
                .SelectMany(inner => KnownCommand.Of(inner).OfType<TestRunCommand>())
                .SelectMany(test =>
                    Script(deployment, site, directory, test, [.. test.Command.Words, .. command.Arguments], through: script.Span)
                );
    }

    private static IEnumerable<TestRun> Pytest(Deployment deployment, CommandSite site, string directory, TestRunCommand test)
    {
        var paths = test.Paths.Select(word => word.Literal).ToList();
        if (PythonTests.AreElsewhere(deployment, directory, site.Command) || paths.Exists(path => path is null))
        {
            yield break;
        }

        var places = paths.Count == 0 ? [directory] : paths.Select(path => RepositoryPath.Join(directory, path ?? "")).ToList();
        // A missing place is reported separately, and a named file is taken whatever its name.
        if (places.TrueForAll(place => place is not null && (place.Length == 0 || deployment.Tree.HasDirectory(place))))
        {
            yield return new TestRun(site.Subject, site.Span, "pytest", string.Join(", ", places))
            {
                Test = places.Select(place => PythonTests.First(deployment.Tree, place ?? "")).FirstOrDefault(path => path is not null),
            };
        }
    }

    private static IEnumerable<TestRun> Script(
        Deployment deployment,
        CommandSite site,
        string directory,
        TestRunCommand test,
        IReadOnlyList<ShellWord> words,
        SourceSpan? through
    )
    {
        if (ScriptTests.Looks(test, words) && !ScriptTests.AreElsewhere(deployment, directory))
        {
            yield return new TestRun(site.Subject, site.Span, test.Tool == "react-scripts" ? "react-scripts test" : test.Tool, directory)
            {
                Test = ScriptTests.First(deployment.Tree, directory, isJest: test.Tool != "vitest"),
                Through = through,
            };
        }
    }
}
