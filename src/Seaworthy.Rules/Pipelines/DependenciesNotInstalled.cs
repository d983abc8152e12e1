using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A job runs a script of package.json that needs a dependency, and no step of the job installs any.</summary>
internal sealed class DependenciesNotInstalled : Rule<DependenciesNotInstalled.Use>
{
    // Programs that a runner has, or that come with Node.js.
    private static readonly HashSet<string> OfSystem = new(StringComparer.Ordinal)
    {
        "node",
        "npm",
        "npx",
        "yarn",
        "pnpm",
        "pnpx",
        "bun",
        "bunx",
        "corepack",
        "deno",
    };

    // What installs dependencies in whatever way, or may.
    private static readonly string[] Installing =
    [
        "install",
        " ci",
        "npm i",
        "bootstrap",
        "make",
        ".sh",
        "yarn",
        "docker",
        "turbo",
        "nx ",
        "lerna",
        "rush",
        "unzip",
        "tar ",
    ];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "dependencies-not-installed",
            "Dependencies not installed in job",
            Severity.High,
            "Every job starts on a new machine: without `npm ci` there is no node_modules, and the step ends with `command not found`.",
            "The job installs the dependencies before its first script."
        );

    public override IEnumerable<Use> Subjects(Deployment deployment) =>
        from job in HostedJob.All(deployment)
        from step in job.Job.Steps
        from site in job.CommandsOf(step, deployment)
        where site.Directories is [_, ..] && !site.IsConditional
        from run in site.Known.OfType<PackageScriptCommand>()
        let script = run.Script?.Literal
        where script is not null && run is { Workspaces.Count: 0, IsInAllWorkspaces: false, Directory: null, IsOptional: false }
        let manifest = deployment.At<PackageJson>(RepositoryPath.Join(site.Directories[0], "package.json") ?? "")
        let tool = manifest is null ? null : Tool(manifest, script)
        where tool is not null
        select new Use(job, step, site, manifest, tool);

    protected override Subject Identify(Use subject) => new(subject.Job.Name, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(Use subject, Deployment deployment)
    {
        var (job, step, site, manifest, tool) = subject;
        var past = job.Before(step, site.Span);
        // The first one is reported: the rest fails for the same reason.
        if (
            past.HasUnread
            || past.Steps.Any(other => (HostedJob.MayBring(other) && !IsPnpm(other)) || InstallsWithAction(other))
            || past.Commands.Any(MayInstall)
            || past.Commands.Any(other => KnownCommand.Of(other).OfType<PackageScriptCommand>().Any(run => run.Script is not null))
            || manifest.Scripts.Any(script =>
                script.Name is "preinstall" || Array.Exists(Installing[..4], word => script.Text.Contains(word, StringComparison.Ordinal))
            )
            || deployment.Tree.HasDirectory(RepositoryPath.Join(manifest.File.Directory, "node_modules") ?? "")
            || deployment.Tree.HasFile(RepositoryPath.Join(manifest.File.Directory, ".pnp.cjs") ?? "")
        )
        {
            yield break;
        }

        yield return Fail(
                site.Span,
                $"{job.Name} runs `{site.Command.Text}`, which needs `{tool}`, but no step of the job installs the dependencies."
            )
            .Related(manifest.File.Whole, "declares it")
            .Remedy($"Add `{Installation(deployment, manifest)}` in a step before {site.Span}{In(manifest)}.")
            .Verify($"gh run list --limit 1 --workflow {site.Span.File.Name}   # must have succeeded");
    }

    /// <summary>The dependency whose program the script starts first; null where it is one of the system, or not known.</summary>
    private static string? Tool(PackageJson manifest, string name) =>
        manifest.FindScript(name)?.Commands is [{ Program: { Length: > 0 } program } first, ..]
        && !OfSystem.Contains(program)
        && first.Words[0].Literal == program
            ? manifest.Dependencies.FirstOrDefault(dependency => dependency.Name == program || Package(program) == dependency.Name)?.Name
            : null;

    /// <summary>Programs whose package has another name.</summary>
    private static string? Package(string program) =>
        program switch
        {
            "tsc" => "typescript",
            "ng" => "@angular/cli",
            "nest" => "@nestjs/cli",
            "vue-cli-service" => "@vue/cli-service",
            "playwright" => "@playwright/test",
            "svelte-kit" => "@sveltejs/kit",
            "biome" => "@biomejs/biome",
            _ => null,
        };

    private static bool IsPnpm(WorkflowStep step) => step.Uses?.Name == "pnpm/action-setup" && step.Input("run_install") is null;

    private static bool InstallsWithAction(WorkflowStep step) =>
        step.With.Any(input => Array.Exists(Installing, word => input.Value.Raw.Contains(word, StringComparison.Ordinal)));

    private static bool MayInstall(ShellCommand command) =>
        command.Program.Length == 0 || Array.Exists(Installing, word => command.Text.Contains(word, StringComparison.Ordinal));

    private static string Installation(Deployment deployment, PackageJson manifest) =>
        RepositoryPath
            .Ancestors(manifest.File.Directory)
            .SelectMany(directory =>
                new[]
                {
                    ("pnpm-lock.yaml", "pnpm install"),
                    ("yarn.lock", "yarn install"),
                    ("bun.lock", "bun install"),
                    ("package-lock.json", "npm ci"),
                }
                    .Where(known => deployment.Tree.HasFile(RepositoryPath.Join(directory, known.Item1) ?? ""))
                    .Select(known => known.Item2)
            )
            .FirstOrDefault("npm install");

    private static string In(PackageJson manifest) =>
        manifest.File.Directory.Length > 0 ? $", in the directory {manifest.File.Directory}" : "";

    /// <summary>A command that runs a script of package.json, and the dependency that this starts.</summary>
    internal sealed record Use(HostedJob Job, WorkflowStep Step, CommandSite Site, PackageJson Manifest, string Tool);
}
