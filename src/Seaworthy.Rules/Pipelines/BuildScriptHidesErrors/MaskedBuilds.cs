using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Build scripts of packages, each with what runs it: a step in its directory or above, from where a workspace's tool comes to all packages.</summary>
/// <remarks>Source: npm documentation, "npm run-script"; TypeScript documentation, "tsc CLI Options".</remarks>
internal static class MaskedBuilds
{
    // Compilers that the tables of build tools leave out, because they only check types.
    private static readonly string[] Checkers = ["tsc", "vue-tsc", "ngc", "svelte-check"];

    public static IReadOnlyList<MaskedBuild> Link(Deployment deployment)
    {
        List<BuildCall> calls = [.. Calls(deployment)];
        return
        [
            .. from package in deployment.Of<PackageJson>()
            from script in package.Scripts
            where script.Name == "build" || script.Name.StartsWith("build:", StringComparison.Ordinal)
            where script.Commands.Any(IsCompiler)
            let call = calls.Find(call => call.Script == script.Name && IsReached(package, call))
            where call is not null
            select new MaskedBuild(package, script, call.Span, Hidden(script)),
        ];
    }

    private static ShellCommand? Hidden(PackageScript script)
    {
        for (var at = 0; at < script.Commands.Count; at++)
        {
            var command = script.Commands[at];
            if (IsCompiler(command) && (command.FailureIsMasked || command.LostTo is not null || IsFollowedBySuccess(script, at)))
            {
                return command;
            }
        }

        return null;
    }

    /// <summary><c>tsc; exit 0</c>, <c>tsc || exit 0</c></summary>
    private static bool IsFollowedBySuccess(PackageScript script, int at) =>
        script.Commands.Skip(at + 1).FirstOrDefault(next => next.Program == "exit") is { Joint: ";" or "||", Words: [_, { Literal: "0" }] };

    private static bool IsCompiler(ShellCommand command) =>
        Array.IndexOf(Checkers, Program(command)) >= 0 || KnownCommand.Of(command).OfType<BuildCommand>().Any();

    /// <summary><c>npx tsc</c> is tsc.</summary>
    private static string Program(ShellCommand command) =>
        command.Program is "npx" or "bunx"
            ? command.Arguments.FirstOrDefault(word => word.Literal is not ['-', ..])?.Literal ?? ""
            : command.Program;

    private static IEnumerable<BuildCall> Calls(Deployment deployment)
    {
        foreach (
            var site in deployment.Commands.Where(site => site.Span.File.Name != "package.json" && IsOfPipeline(deployment, site.Span.File))
        )
        {
            foreach (var script in Scripts(site.Command))
            {
                yield return new BuildCall(script, site.Directories.Count > 0 ? site.Directories[0] : "", site.Span);
            }
        }

        foreach (var image in deployment.Images)
        {
            foreach (var command in image.Stages.SelectMany(stage => stage.Commands))
            {
                foreach (var script in Scripts(command.Command))
                {
                    yield return new BuildCall(script, command.Run.Span.File.Directory, command.Command.Span);
                }
            }
        }
    }

    private static bool IsOfPipeline(Deployment deployment, SourceFile file) => deployment.At<Workflow>(file.Path) is not null;

    /// <summary><c>npm run build</c>, <c>yarn build</c>, <c>turbo run build</c>, <c>pnpm -r build</c></summary>
    private static IEnumerable<string> Scripts(ShellCommand command) =>
        command.Program is "npm" or "yarn" or "pnpm" or "bun" or "npx" or "turbo" or "nx" or "lerna"
            ? command
                .Arguments.Select(word => word.Literal ?? "")
                .Where(word => word == "build" || word.StartsWith("build:", StringComparison.Ordinal))
                .Take(1)
            : [];

    private static bool IsReached(PackageJson package, BuildCall call) =>
        call.Directory.Length == 0
        || package.File.Directory == call.Directory
        || package.File.Directory.StartsWith(call.Directory + "/", StringComparison.Ordinal);

    private sealed record BuildCall(string Script, string Directory, SourceSpan Span);
}
