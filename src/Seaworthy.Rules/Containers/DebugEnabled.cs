using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image, or a workload in production, is run in the debug or development mode of its framework.</summary>
internal sealed class DebugEnabled : Rule<DebugSettings>
{
    private const int MostValues = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/debug-enabled",
            Title = "Debug mode in production",
            Area = Area.Containers,
            Severity = Severity.Medium,
            Rationale =
                "Debug modes show source code, settings and stack traces in error pages, and some execute code that a visitor enters.",
            Holds = "No framework runs in debug mode.",
        };

    public override IEnumerable<DebugSettings> Subjects(Deployment deployment) =>
        deployment
            .Images.Where(image => !image.IsForDevelopment && !ServesFilesOnly(image))
            .DistinctBy(image => new { image.Dockerfile, image.Final.Declared })
            .Select(image => new DebugSettings(image.Name, image.Final.Declared.Span, image.Environment))
            .Concat(
                deployment
                    .Workloads.Where(workload =>
                        (workload.Environment == TargetEnvironment.Production || CloudWorkload.Is(workload))
                        && workload.Public is not { Role: ImageRole.WebServer or ImageRole.Proxy }
                        && (workload.Image is not { } image || !ServesFilesOnly(image))
                    )
                    .Select(workload => new DebugSettings(
                        workload.ToString(),
                        workload.Span,
                        [.. workload.Supplied.Where(variable => variable.Origin != SupplyOrigin.ImageEnv)]
                    ))
            )
            .Where(settings =>
                settings.Variables.Count > 0 && (!IsToldBySource(deployment, settings) || Debugging(settings, deployment).Count > 0)
            )
            .Concat(InSource(deployment));

    // No variable of it speaks for a debug mode, but the source that it starts does.
    private static bool IsToldBySource(Deployment deployment, DebugSettings settings) =>
        deployment.All<DevelopmentMode>().Any(mode => mode.Startup.Subject == settings.Subject && IsDebug(mode));

    private static bool IsDebug(DevelopmentMode mode) => mode.Kind is DevelopmentModeKind.Debugger or DevelopmentModeKind.ErrorPages;

    private static List<SuppliedVariable> Debugging(DebugSettings settings, Deployment deployment) =>
        [
            .. settings
                .Variables.GroupBy(variable => variable.Name)
                .Select(same => same.Last())
                .Where(variable => IsDebug(variable) && !(variable.Name == "NODE_ENV" && SetsNodeEnv(settings, deployment))),
        ];

    /// <summary>What it starts is made for development and sets NODE_ENV itself: without the variable it is in the same mode.</summary>
    /// <remarks>Sources: expo/expo, @expo/cli, setNodeEnv; vercel/next.js, bin/next; create-react-app, react-scripts, scripts/start.js.</remarks>
    private static bool SetsNodeEnv(DebugSettings settings, Deployment deployment) =>
        deployment.Startups.FirstOrDefault(startup => startup.Subject == settings.Subject) is { Programs: { Count: > 0 } programs }
        && programs.All(program =>
            CommandLine.Of(program) is var line
            && (line.Program, line.Verb) is ("expo", "start") or ("next", "dev") or ("react-scripts", "start")
        );

    /// <summary>One line that several start is one subject.</summary>
    private static IEnumerable<DebugSettings> InSource(Deployment deployment) =>
        deployment
            .All<DevelopmentMode>()
            .Where(IsDebug)
            .GroupBy(mode => mode.Span)
            .Select(same => new DebugSettings(same.First().Startup.Subject, same.Key, []) { Modes = [.. same] });

    protected override Subject Identify(DebugSettings subject) => new(subject.Subject, subject.Place);

    protected override IEnumerable<Verdict> Check(DebugSettings subject, Deployment deployment)
    {
        if (subject.Modes is [var mode, ..])
        {
            yield return Of(mode).Related(subject.Modes.Select(same => same.Startup.Span));
            yield break;
        }

        var debugging = Debugging(subject, deployment);
        if (debugging is [var first, ..])
        {
            var verdict = Warn(first.Span, $"{subject.Subject} runs with `{first.Name}={first.Value.Text}`.").Related(first.Value.Chain);
            yield return InChart(first, deployment) is [var value, ..] values
                ? verdict
                    .Related(values.Select(one => one.KeySpan), "the value")
                    .Remedy(
                        $"Set `{value.Path}` to its production value in {NameList.Of([.. values.Select(one => one.KeySpan.ToString())], MostValues)}: {first.Span} takes it."
                    )
                    .Verify(TreeCheck.Gone(values.Select(one => one.KeySpan)))
                : verdict
                    .Related(debugging.Skip(1).Select(variable => variable.Span))
                    .Remedy($"Set {first.Name} to its production value in {first.Span}, or remove it there.")
                    .VerifyAllGone();
        }
    }

    /// <summary>The entries of values files that a template takes for the variable.</summary>
    private static List<HelmValue> InChart(SuppliedVariable variable, Deployment deployment) =>
        [
            .. deployment
                .Of<HelmValues>()
                .SelectMany(values => variable.Value.Chain.Prepend(variable.Span).Select(values.TakenAt))
                .OfType<HelmValue>()
                .Where(value => value.Value?.Value == variable.Value.Text)
                .Distinct(),
        ];

    private Verdict Of(DevelopmentMode mode) =>
        mode.Kind == DevelopmentModeKind.Debugger
            ? Warn(
                    mode.Span,
                    $"{mode.Startup.Subject} starts {(mode.IsOfSocketIo ? "Flask-SocketIO's" : "Flask's development")} server with `debug=True`: its error page executes any code typed into it."
                )
                .As(Severity.High)
                .Remedy(
                    mode.IsOfSocketIo
                        ? $"Read debug from a variable in {mode.Span} that is off by default."
                        : $"Start gunicorn with the application in {mode.Startup.Span}, and read debug from a variable in {mode.Span} that is off by default."
                )
                .VerifyGone()
            : Warn(mode.Span, $"{mode.Startup.Subject} runs Django with `DEBUG = True`, so error pages show settings and source code.")
                .Remedy($"Read DEBUG from a variable in {mode.Span} that is off by default.")
                .VerifyGone();

    /// <summary>A web server with files: no framework runs that could be in a debug mode, and the variable is a word on a page.</summary>
    private static bool ServesFilesOnly(Image image) =>
        image.Final.PublicBase is { Role: ImageRole.WebServer }
        && image
            .Components.SelectMany(component => component.Code)
            // An application at the root without a manifest has code that the context does not hold.
            .All(file => file.Listeners.Count == 0 || !file.File.IsBelow(image.Build.Context ?? ""));

    private static bool IsDebug(SuppliedVariable variable) =>
        (variable.Name, variable.Value.Text?.ToUpperInvariant()) switch
        {
            (
                "DEBUG"
                    or "FLASK_DEBUG"
                    or "DJANGO_DEBUG"
                    or "APP_DEBUG"
                    or "RAILS_DEBUG"
                    or "UVICORN_RELOAD",
                "1"
                    or "TRUE"
                    or "YES"
                    or "ON"
            ) => true,
            (
                "FLASK_ENV"
                    or "NODE_ENV"
                    or "RAILS_ENV"
                    or "RACK_ENV"
                    or "APP_ENV"
                    or "ENVIRONMENT"
                    or "DJANGO_ENV"
                    or "GO_ENV",
                "DEVELOPMENT"
                    or "DEV"
                    or "LOCAL"
            ) => true,
            ("ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT", "DEVELOPMENT") => true,
            ("GIN_MODE", "DEBUG") => true,
            ("SPRING_PROFILES_ACTIVE", "DEV" or "LOCAL") => true,
            _ => false,
        };
}
