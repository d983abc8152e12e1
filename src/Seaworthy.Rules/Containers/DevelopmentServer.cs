using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image or a target that is not for development starts a server that is.</summary>
internal sealed class DevelopmentServer : Rule<Startup>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/development-server",
            Title = "Development server in production",
            Area = Area.Containers,
            Severity = Severity.Medium,
            Rationale = "Development servers are slow and not hardened, restart when files change, and show source code in error pages.",
            Holds = "No development server is started.",
        };

    public override IEnumerable<Startup> Subjects(Deployment deployment) =>
        deployment.Startups.Where(startup =>
            !startup.IsForDevelopment
            && startup.Programs.Count > 0
            // With its debugger on, containers/debug-enabled reports it.
            && !deployment
                .All<DevelopmentMode>()
                .Any(mode => mode.Kind == DevelopmentModeKind.Debugger && ReferenceEquals(mode.Startup, startup))
        );

    protected override Subject Identify(Startup subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(Startup subject, Deployment deployment)
    {
        foreach (var command in subject.Programs.Where(command => !command.IsConditional || !subject.Programs.Any(IsForUsers)))
        {
            if (KnownCommand.Of(command).OfType<ProgramCommand>().FirstOrDefault(IsForDevelopment) is { } program)
            {
                var how = program.IsForDevelopment ? "a development server" : "which reloads when files change";
                yield return Warn(subject.Span, $"{subject.Subject} starts `{command.Text}`, {how}.")
                    .Related(command.Span.File == subject.Span.File ? null : command.Span)
                    // The script of package.json is right for development; what starts it here is not.
                    .Remedy(
                        $"Start {Instead(program)} in {(command.Span.File.Name == "package.json" ? subject.Span : command.Span)}{Addition(subject, program)}."
                    )
                    .VerifyGone();
                yield break;
            }
        }

        if (deployment.All<DevelopmentMode>().FirstOrDefault(mode => ReferenceEquals(mode.Startup, subject) && IsServer(mode)) is { } own)
        {
            yield return InSource(own);
        }
    }

    /// <summary>A server that its makers mean for production: the script that may start another in its place chooses by something that is not read.</summary>
    private static bool IsForUsers(ShellCommand command) =>
        KnownCommand
            .Of(command)
            .OfType<ProgramCommand>()
            .Any(program =>
                !IsForDevelopment(program)
                && (
                    PythonServers.Names.Contains(program.Runtime)
                    || program.Runtime is "puma" or "next" or "nuxt" or "node" or "pm2-runtime"
                )
            );

    private static bool IsServer(DevelopmentMode mode) => mode.Kind is DevelopmentModeKind.Server or DevelopmentModeKind.Reload;

    private Verdict InSource(DevelopmentMode mode) =>
        mode.Kind == DevelopmentModeKind.Server
            ? Warn(
                    mode.Startup.Span,
                    $"{mode.Startup.Subject} starts {mode.Span.File.Path}, which runs Flask's development server (`{mode.Span.Quote}`)."
                )
                .Related(mode.Span)
                .Remedy(
                    $"Start gunicorn with the application in {mode.Startup.Span}, add it to the installed packages, and keep only the `run` call below `if __name__ == \"__main__\"` in {mode.Span.File.Path}."
                )
                .VerifyGone()
            : Warn(mode.Startup.Span, $"{mode.Startup.Subject} starts {mode.Span.File.Path}, which runs uvicorn with reload.")
                .Related(mode.Span)
                .Remedy($"Remove reload in {mode.Span}, or read it from a variable that only development sets.")
                .Verify(TreeCheck.Gone(mode.Span));

    // Programs compiled on each start are slow, not unsafe: another rule reports that.
    private static bool IsForDevelopment(ProgramCommand program) =>
        (program.IsForDevelopment && program.Runtime is not ("go" or "cargo" or "mvn" or "mvnw" or "gradle" or "gradlew"))
        || program.Reloads;

    // Django and Flask bring no other server, so the new server has to be installed first.
    private static string Addition(Startup subject, ProgramCommand program)
    {
        var manifests = (subject.Workload?.Components ?? subject.Image?.Components ?? [])
            .SelectMany(component => component.Manifests.OfType<Manifest>())
            .Where(manifest => manifest.Ecosystem == Ecosystem.Python)
            .ToList();
        var isThere =
            manifests.Exists(manifest => PythonServers.Names.Any(server => manifest.FindDependency(server) is not null))
            || (subject.Image is { } image && image.Stages.Any(stage => image.Mentions(stage, PythonServers.Names.Items)));
        var place = manifests.Find(manifest => manifest.File.Name is "requirements.txt" or "pyproject.toml" or "Pipfile");
        return isThere || program.Runtime is not ("python" or "flask") ? ""
            : place is null ? ", and install it"
            : $", and add it to {place.File.Path}: it is not there yet";
    }

    private static string Instead(ProgramCommand program) =>
        (program.Runtime, program.Verb) switch
        {
            ("python", _) => "gunicorn or uvicorn with the project's WSGI or ASGI module",
            ("flask", _) => "gunicorn with the application",
            ("uvicorn" or "hypercorn" or "granian", _) => "the same command without --reload",
            ("gunicorn", _) => "the same command without --reload",
            ("next", _) => "`next start` after `next build`",
            ("vite" or "react-scripts" or "ng" or "vue-cli-service" or "webpack" or "webpack-dev-server" or "gatsby", _) =>
                "a web server with the built files",
            ("nodemon" or "ts-node-dev" or "tsx", _) => "`node` with the built program",
            ("dotnet", _) => "the published program: `dotnet <name>.dll`",
            ("php", _) => "php-fpm behind a web server",
            _ => "the production server of the framework",
        };
}
