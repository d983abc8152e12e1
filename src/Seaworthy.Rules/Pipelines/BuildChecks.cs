using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Run = Seaworthy.Model.Declared.Dockerfiles.DockerInstruction.Run;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Builds that check the types or lint, and end where something is wrong.</summary>
internal static class BuildChecks
{
    private const int LastNextThatLints = 15;

    /// <summary>The script of package.json by which a step builds checks the types first, or lints: <c>"build": "tsc &amp;&amp; vite build"</c>.</summary>
    public static bool StandIn(PipelineStep step, Deployment deployment) =>
        step.Commands.Any(command =>
            deployment.Names.Any(use =>
                use is { Role: NameRole.PackageScript, Definition: { } definition }
                && use.Span.File == command.Span.File
                && command.Span.Start <= use.Span.Start
                && use.Span.End <= command.Span.End
                && deployment.At<PackageJson>(definition.File.Path) is { } package
                && package.Scripts.FirstOrDefault(script => script.NameSpan == definition) is { } script
                && Checks(script, package, deployment)
            )
        ) || (step.Intents.Contains(StepIntent.BuildImage) && StandInImage(deployment));

    /// <summary>The repository's only image is built with such a script: <c>RUN npm run build</c>.</summary>
    private static bool StandInImage(Deployment deployment) =>
        deployment.Images.DistinctBy(image => image.Dockerfile.File).ToList() is [{ Build.Context: { } context } image]
        && deployment.At<PackageJson>(context.Length == 0 ? "package.json" : $"{context}/package.json") is { } package
        && image
            .Dockerfile.Stages.SelectMany(stage => stage.Instructions)
            .OfType<Run>()
            .SelectMany(run => run.Command.Commands)
            .SelectMany(KnownCommand.Of)
            .OfType<PackageScriptCommand>()
            .Any(command =>
                command is { Verb: "run", Script.Literal: { } name }
                && package.FindScript(name) is { } script
                && Checks(script, package, deployment)
            );

    private static bool Checks(PackageScript script, PackageJson package, Deployment deployment) =>
        script.Commands.Any(part =>
            CommandLine.Of(part) is { Program: "tsc" or "vue-tsc" or "svelte-check" }
            || (CommandLine.Of(part) is { Program: "next", Verb: "build" } && NextChecks(package, deployment))
        );

    /// <summary>It checks the types where TypeScript is set up, and before version 16 it lints where ESLint is, unless a setting turns that off; and stops at errors.</summary>
    /// <remarks>Source: Next.js, "Upgrading: Version 16" (<c>next build</c> no longer runs the linter); "next.config.js: eslint", "next.config.js: typescript".</remarks>
    private static bool NextChecks(PackageJson package, Deployment deployment)
    {
        var files = deployment.Tree.FilesIn(package.File.Directory).Select(file => file.Path).ToList();
        var settings = files.Where(path => IsCalled(path, "next.config.")).Select(deployment.At<CodeFile>).ToList();
        var checksTypes =
            files.Exists(path => IsCalled(path, "tsconfig.json")) && settings.TrueForAll(file => IsSilentOn(file, "ignoreBuildErrors"));
        var lints =
            package.FindDependency("next")?.Range is { } range
            && int.TryParse(range.TrimStart('^', '~', '=', 'v', ' ').Split('.')[0], out var major)
            && major <= LastNextThatLints
            && files.Exists(path => IsCalled(path, "eslint.config.") || IsCalled(path, ".eslintrc"))
            && settings.TrueForAll(file => IsSilentOn(file, "ignoreDuringBuilds"));
        return checksTypes || lints;
    }

    private static bool IsSilentOn(CodeFile? settings, string word) => settings?.File.Mentions(word) is false;

    private static bool IsCalled(string path, string beginning) =>
        path.AsSpan(path.LastIndexOf('/') + 1).StartsWith(beginning, StringComparison.Ordinal);
}
