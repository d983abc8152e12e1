using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>The value of a variable begins with an equals sign: <c>ENV CONFIG==/app/config.toml</c>, <c>ENV PORT = 8080</c>.</summary>
/// <remarks>Source: Dockerfile reference, ENV: without an equals sign in the first word, the rest of the line is the value.</remarks>
internal sealed class EqualsSignInValue : Rule<Artifact>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/equals-sign-in-value",
            Title = "Equals sign in value",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The sign is part of the value: a path that does not exist, a port that is no number.",
            Holds = "No value begins with an equals sign.",
        };

    public override IEnumerable<Artifact> Subjects(Deployment deployment) =>
        deployment.Artifacts.Where(artifact => artifact is Dockerfile or ComposeFile or EnvFile && Variables(artifact).Any());

    protected override Subject Identify(Artifact subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Artifact subject, Deployment deployment)
    {
        foreach (var variable in Variables(subject).Where(variable => variable.Value.StartsWith('=')))
        {
            var value = variable.Value.TrimStart('=', ' ');
            yield return Fail(variable.Span, $"The value of {variable.Name} is `{variable.Value}`, with an equals sign.")
                .On(variable.Name)
                .Remedy($"Write `{variable.Name}={value}` in {variable.Span}.")
                .VerifyOneGone();
        }
    }

    private static IEnumerable<Variable> Variables(Artifact artifact) =>
        artifact switch
        {
            Dockerfile file => file
                .Stages.SelectMany(stage => stage.Instructions)
                .OfType<DockerInstruction.Env>()
                .Select(env => new Variable(env.Name.Value, env.Value.Raw, env.Span)),
            ComposeFile file => file
                .Services.SelectMany(service => service.Environment)
                .Where(variable => variable.Value is not null)
                .Select(variable => new Variable(variable.Name.Value, variable.Value?.Raw ?? "", variable.Span)),
            EnvFile file => file
                .Entries.Where(entry => entry.Value is not null)
                .Select(entry => new Variable(entry.Name.Value, entry.Value?.Raw ?? "", entry.Span)),
            _ => [],
        };

    private sealed record Variable(string Name, string Value, SourceSpan Span);
}
