using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step starts a server and waits for its end, which does not come.</summary>
/// <remarks>Source: GitHub documentation, "Workflow syntax", "jobs.&lt;job_id&gt;.timeout-minutes": 360 minutes by default.</remarks>
internal sealed class ServerInForeground : Rule<ServerInForeground.Start>
{
    // By their first words; the documentation of each says that it serves until it is stopped.
    private static readonly string[] Servers =
    [
        "ng serve",
        "vite dev",
        "vite serve",
        "vite preview",
        "next dev",
        "next start",
        "nuxt dev",
        "nuxt preview",
        "astro dev",
        "astro preview",
        "react-scripts start",
        "vue-cli-service serve",
        "webpack serve",
        "webpack-dev-server",
        "nodemon",
        "ts-node-dev",
        "http-server",
        "live-server",
        "json-server",
        "nest start",
        "uvicorn",
        "gunicorn",
        "hypercorn",
        "flask run",
        "streamlit run",
        "celery worker",
        "python manage.py runserver",
        "python3 manage.py runserver",
        "python -m http.server",
        "python3 -m http.server",
        "php artisan serve",
        "php -S",
        "rails server",
        "rails s",
        "bundle exec rails server",
        "bundle exec rails s",
        "bundle exec puma",
        "mvn spring-boot:run",
        "./mvnw spring-boot:run",
        "./gradlew bootRun",
        "gradle bootRun",
        "kubectl port-forward",
        "kubectl proxy",
        "minikube tunnel",
    ];

    private static readonly string[] EndsOfCompose =
    [
        "-d",
        "--detach",
        "--abort-on-container-exit",
        "--abort-on-container-failure",
        "--exit-code-from",
        "--wait",
        "--no-start",
    ];

    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "server-in-foreground",
            "Server in foreground",
            Severity.High,
            "The step waits for the end of the server: nothing after it runs, and the job is cancelled after its timeout, by default six hours; SSH actions stop earlier.",
            "Servers of the job run in the background."
        );

    public override IEnumerable<Start> Subjects(Deployment deployment) =>
        from workflow in deployment.Of<Workflow>()
        from job in workflow.Jobs
        where job.Container is null
        let named = new HostedJob(workflow, job)
        from step in job.Steps
        where step.TimeoutMinutes is null && step.ContinueOnError is null
        from site in named.AllCommandsOf(step, deployment)
        where site.Command is { IsConditional: false, IsCondition: false, IsInSubstitution: false, Function: null, Loop: null }
        let server = Server(site, deployment)
        where server is not null
        select new Start(named, site, server);

    protected override Subject Identify(Start subject) => new(subject.Job.Name, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(Start subject, Deployment deployment)
    {
        var (job, site, server) = subject;
        // In a pipe, the reader may end it: `npm start | grep -m1 ready`.
        if (site.Command is { IsBackground: true } or { LostTo: not null })
        {
            yield break;
        }

        var through = server.Through is null ? "" : $", which runs `{server.Text}`";
        yield return Fail(
                site.Span,
                $"{job.Name} waits for the end of `{(server.IsContainer ? server.Text : site.Command.Text)}`{through}: it serves until it is stopped."
            )
            .Related(server.Through, "starts a server")
            .Remedy(
                server.IsCompose && !site.IsRemote ? $"Add `--wait` to {site.Span}: Compose then returns when the services are healthy."
                : server.IsContainer || server.IsCompose ? $"Add `-d` to {site.Span}: the container then runs in the background."
                : $"Start it in the background in {site.Span} (`{site.Command.Text} &`), and wait until it answers."
            )
            .VerifyGone();
    }

    private static ServerStart? Server(CommandSite site, Deployment deployment)
    {
        foreach (var known in site.Known)
        {
            if (known is ComposeCommand { Verb: "up" } compose)
            {
                return
                    compose.Command.Words[0].Literal is "docker" or "docker-compose" or "sudo"
                    && !compose.HasFlag(EndsOfCompose)
                    && !(site.IsRemote && compose.Services.Count > 0)
                    ? new ServerStart(site.Command.Text, null) { IsCompose = true }
                    : null;
            }

            if (known is DockerRunCommand run)
            {
                return Serves(run) ? new ServerStart($"docker run … {run.Image}", null) { IsContainer = true } : null;
            }

            if (
                known is PackageScriptCommand { Script.Literal: { } name, Directory: null, Workspaces.Count: 0, IsInAllWorkspaces: false }
                && site.Directories is [var directory, ..]
                && IsCalledPlainly(site.Command)
            )
            {
                return
                    deployment.At<PackageJson>(RepositoryPath.Join(directory, "package.json") ?? "")?.FindScript(name) is { } script
                    && script.Commands is [.., { IsBackground: false } last]
                    && script.Commands.All(command => !command.IsBackground)
                    && (Serves(last) || Listens(last, directory, deployment))
                    ? new ServerStart(last.Text, script.Span)
                    : null;
            }
        }

        return Serves(site.Command) || (site.Directories is [var here, ..] && Listens(site.Command, here, deployment))
            ? new ServerStart(site.Command.Text, null)
            : null;
    }

    /// <summary><c>node server.js</c>, where the file itself opens a port.</summary>
    private static bool Listens(ShellCommand command, string directory, Deployment deployment) =>
        command.Program is "node" or "tsx" or "ts-node" or "bun"
        && command.Words.Skip(1).FirstOrDefault(word => !word.Prefix.StartsWith('-'))?.Literal is { } file
        && deployment.At<CodeFile>(RepositoryPath.Join(directory, file) ?? "") is { IsTest: false, Listeners.Count: > 0 };

    /// <summary>Nothing stands before it that ends it: <c>timeout 30 npm start</c>.</summary>
    private static bool IsCalledPlainly(ShellCommand command) => command.Program is "npm" or "yarn" or "pnpm" or "bun";

    /// <summary>A container that publishes a port, and runs what its image starts.</summary>
    private static bool Serves(DockerRunCommand run) =>
        run is { IsDetached: false, Ports.Count: > 0, Inner: null, Entrypoint: null, Image: not null }
        && run.Command.Words.Any(word => word.Literal == "run")
        && CommandLine.Of(run.Command).Wrappers.All(wrapper => wrapper is "sudo" or "nohup");

    private static bool Serves(ShellCommand command)
    {
        var text = command.Text + " ";
        return Array.Exists(Servers, server => text.StartsWith(server + " ", StringComparison.Ordinal))
            && !command.Words.Any(word =>
                word.Literal is "--help" or "--version" or "-h" or "--check" or "--check-config" or "--daemon" or "-D"
            );
    }

    /// <summary>A command of a step that ends in a server.</summary>
    internal sealed record Start(HostedJob Job, CommandSite Site, ServerStart Server);

    /// <summary>What serves, and the script through which it is started.</summary>
    internal sealed record ServerStart(string Text, SourceSpan? Through)
    {
        public bool IsCompose { get; init; }

        public bool IsContainer { get; init; }
    }
}
