using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>The step of an image's build that puts a variable into a bundle for browsers, where that step is not given it.</summary>
internal static class BuildStep
{
    private static readonly HashSet<string> Builders = new(StringComparer.Ordinal)
    {
        "npm",
        "yarn",
        "pnpm",
        "bun",
        "npx",
        "vite",
        "next",
        "turbo",
        "nx",
        "react-scripts",
    };

    /// <summary>The RUN instruction; null when it sets the variable, when the container builds or serves its source itself, or when unknown.</summary>
    public static SourceSpan? Without(Deployment deployment, Workload workload, string name)
    {
        if (
            workload.Image is not { } image
            || ServesSource(deployment, workload)
            || IsInEnvFile(deployment, workload, name)
            || IsWrittenAtStart(deployment, image, name)
        )
        {
            return null;
        }

        // A service that names an image pulls what somebody else may have built, even where it could build it itself.
        var isBuiltHere = workload is { Kind: TargetKind.Compose, Reference: null };
        var callers = isBuiltHere ? [image] : deployment.Images.Where(other => other.Dockerfile == image.Dockerfile);
        if (PassesToBuild(workload, image, name) || callers.Any(caller => caller.Build.Arguments.Any(argument => argument.Name == name)))
        {
            return null;
        }

        foreach (var stage in image.Stages)
        {
            if (stage.Declared.Instructions.OfType<DockerInstruction.Run>().LastOrDefault(Builds) is { } run)
            {
                return IsGiven(stage.Declared, name, run) ? null : run.Span;
            }
        }

        return null;
    }

    /// <summary>A script that the image holds mentions it: it writes a file of settings, or replaces a placeholder, when the container starts.</summary>
    private static bool IsWrittenAtStart(Deployment deployment, Image image, string name) =>
        image.Build.Context is { } context
        && image
            .Final.Declared.Instructions.OfType<DockerInstruction.Copy>()
            .Where(copy => copy.From is null)
            .SelectMany(copy => copy.Sources)
            .Select(source => deployment.At<ShellScript>(RepositoryPath.Join(context, source.Literal ?? "") ?? ""))
            .Any(script => script?.File.Text.Contains(name, StringComparison.Ordinal) is true);

    /// <summary>These platforms build the image themselves, and give every variable of the service to each ARG of that name.</summary>
    /// <remarks>Sources: Render, "Docker on Render", "Environment variables are available as build arguments"; Railway, "Dockerfiles", "Using variables at build time".</remarks>
    private static bool PassesToBuild(Workload workload, Image image, string name) =>
        workload.Kind is TargetKind.Render or TargetKind.Railway
        && image.Stages.SelectMany(stage => stage.Declared.Instructions).OfType<DockerInstruction.Arg>().Any(arg => arg.Name.Value == name);

    /// <summary>Another statement of the Dockerfile mentions it: a placeholder replaced at start, perhaps.</summary>
    public static bool IsHandled(Workload workload, string name) =>
        workload.Image is { } image
        && image
            .Stages.SelectMany(stage => stage.Declared.Instructions)
            .OfType<DockerInstruction.Run>()
            .Any(run => run.Span.Text.Contains(name, StringComparison.Ordinal));

    /// <summary>The configuration of a bundler reads for its development server, too, and puts nothing into the bundle by itself.</summary>
    public static bool IsConfiguration(SourceFile file) => file.Name.Contains(".config.", StringComparison.Ordinal);

    /// <summary>What Next.js writes down in its manifest of routes while it builds: the targets of rewrites and redirects.</summary>
    /// <remarks>Source: Next.js, "next.config.js", "rewrites": evaluated by <c>next build</c>.</remarks>
    public static bool IsRoute(EnvironmentRead read)
    {
        if (!read.Span.File.Name.StartsWith("next.config.", StringComparison.Ordinal))
        {
            return false;
        }

        var text = read.Span.File.Text;
        var rewrites = text.IndexOf("rewrites", StringComparison.Ordinal);
        return rewrites >= 0
            && rewrites < read.Span.Start
            && text.AsSpan(rewrites, read.Span.Start - rewrites).Contains("destination", StringComparison.Ordinal);
    }

    private static bool Builds(DockerInstruction.Run run) => run.Command.Commands.Any(Builds);

    public static bool Builds(ShellCommand command) =>
        command.Words is [{ Literal: { } program }, ..]
        && Builders.Contains(program)
        && command.Words.Any(word =>
            word.Literal is { } text
            && (text == "build" || text.StartsWith("build:", StringComparison.Ordinal) || text.EndsWith(":build", StringComparison.Ordinal))
        );

    private static bool IsGiven(DockerStage stage, string name, DockerInstruction.Run run) =>
        stage.FindVariable(name, run) switch
        {
            DockerInstruction.Env env => env.Value.Raw.Length > 0 && !IsEmptyArgument(stage, env, run),
            DockerInstruction.Arg arg => arg.EffectiveDefault is { Raw.Length: > 0 },
            _ => run.Span.Text.Contains(name, StringComparison.Ordinal),
        };

    /// <summary><c>ENV X=$X</c> after an ARG without a value.</summary>
    private static bool IsEmptyArgument(DockerStage stage, DockerInstruction.Env env, DockerInstruction.Run run) =>
        env.Value.Parts is [{ Variable: { } source, Operator: null }] && stage.FindArgument(source, run) is { EffectiveDefault: null };

    /// <summary>A development server, or a build at start, reads what the container is given.</summary>
    private static bool ServesSource(Deployment deployment, Workload workload)
    {
        var (programs, unknown) = ProcessTrace.Of(deployment, workload);
        return unknown is not null
            || programs.Count == 0
            || programs.Any(program =>
                program.Words.Any(word => word.Literal is "dev" or "build" or "serve:dev" or "start:dev" or "develop")
                || program.Words is [{ Literal: "vite" }]
                || program.Words is [{ Literal: "vite" }, { Literal: ['-', ..] }, ..]
                || program.Words is [{ Literal: "react-scripts" }, ..]
            );
    }

    private static bool IsInEnvFile(Deployment deployment, Workload workload, string name) =>
        deployment
            .Of<EnvFile>()
            .Any(file =>
                !file.IsTemplate
                && file.Find(name) is not null
                && workload.Components.Any(component => component.Root == file.File.Directory)
            );
}
