using Seaworthy.Model;
using Seaworthy.Model.Declared.Platforms;

namespace Seaworthy.Rules.Platforms;

/// <summary>A platform makes a random value for a variable that is no secret: a port, an address, the name of an environment.</summary>
/// <remarks>Sources: Render documentation, "Blueprint YAML Reference", <c>generateValue</c>: a random base64-encoded 256-bit value; Heroku Dev Center, "app.json Schema", <c>generator</c>: a 64-character string.</remarks>
internal sealed class RandomValueForSetting : Rule<PlatformVariable>
{
    private static readonly string[] Names =
    [
        "PORT",
        "HOST",
        "NODE_ENV",
        "RAILS_ENV",
        "RACK_ENV",
        "APP_ENV",
        "FLASK_ENV",
        "DEBUG",
        "LOG_LEVEL",
        "DJANGO_SETTINGS_MODULE",
        "ALLOWED_HOSTS",
        "NODE_VERSION",
        "PYTHON_VERSION",
        "WEB_CONCURRENCY",
    ];

    private static readonly string[] Endings =
    [
        "_PORT",
        "_HOST",
        "_URL",
        "_URI",
        "_ORIGIN",
        "_ORIGINS",
        "_DOMAIN",
        "_TIMEOUT",
        "_MINUTES",
        "_DAYS",
        "_HOURS",
        "_SECONDS",
    ];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/random-value-for-setting",
            Title = "Random value for setting",
            Area = Area.Platforms,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The platform makes a random text, as for a secret. As a port, an address or a mode it means nothing, and the program fails or falls back.",
            Holds = "The platform generates secrets only.",
        };

    public override IEnumerable<PlatformVariable> Subjects(Deployment deployment) =>
        deployment
            .Of<RenderBlueprint>()
            .SelectMany(blueprint =>
                blueprint.Services.SelectMany(service => service.EnvVars).Concat(blueprint.Groups.SelectMany(group => group.EnvVars))
            )
            .Concat(deployment.Of<HerokuApp>().SelectMany(app => app.Env))
            .Where(variable => variable.Origin == PlatformVariableOrigin.Generated);

    protected override Subject Identify(PlatformVariable subject) => new(subject.Name.Value, subject.Span);

    protected override IEnumerable<Verdict> Check(PlatformVariable subject, Deployment deployment)
    {
        var name = subject.Name.Value;
        if (Names.Contains(name) || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal)))
        {
            var isPort = name == "PORT";
            var verdict = LikelyFail(
                    subject.Name.Span,
                    isPort
                        ? $"{subject.Span.File.Path} generates a random text for `PORT`, which the server takes for the number of its port."
                        : $"{subject.Span.File.Path} generates a random text for `{name}`, which is no secret."
                )
                .Related(subject.Span)
                .Remedy(
                    isPort
                        ? $"Remove PORT from {subject.Name.Span}: the platform sets it."
                        : $"Write a `value` for {name} in {subject.Name.Span}, or remove the variable."
                )
                .Verify($"git grep -nE -A1 {$"{name}"} -- {subject.Span.File.Path} | grep -E 'generat'   # must find nothing");
            yield return isPort ? verdict.As(Severity.Critical) : verdict;
        }
    }
}
