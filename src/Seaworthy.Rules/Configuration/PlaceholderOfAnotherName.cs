using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Configuration;

/// <summary>A property takes the value of another one under a name that no file defines, and one file defines a property of nearly the same name that nobody takes.</summary>
/// <remarks>Source: Spring Framework reference, "PropertySource Abstraction": "Could not resolve placeholder".</remarks>
internal sealed class PlaceholderOfAnotherName : Rule<PlaceholderOfAnotherName.Reference>
{
    // What frameworks read themselves is taken by no placeholder.
    private static readonly string[] OfFrameworks =
    [
        "spring.",
        "server.",
        "management.",
        "logging.",
        "quarkus.",
        "micronaut.",
        "springdoc.",
    ];

    private static readonly HashSet<string> Nothing = [];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/placeholder-of-another-name",
            Title = "Misnamed property placeholder",
            Area = Area.Configuration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Spring cannot resolve the placeholder: the application does not start, or a bean gets the text of the placeholder.",
            Holds = "The properties of the application define the placeholder.",
        };

    public override IEnumerable<Reference> Subjects(Deployment deployment) =>
        from files in deployment.Of<ApplicationProperties>().GroupBy(file => file.File.Directory)
        let all = files.SelectMany(file => file.All).ToList()
        let taken = Placeholders(all).Select(use => use.Name).ToHashSet(StringComparer.Ordinal)
        let spare = all.Where(property => IsOwn(property.Key) && !taken.Contains(property.Key))
            .Select(property => property.Key)
            .ToHashSet(StringComparer.Ordinal)
        let defined = all.Select(property => property.Canonical).ToHashSet(StringComparer.Ordinal)
        from use in Placeholders(all)
        select new Reference(files.Key, use, all, defined.Contains(PropertyNames.Canonical(use.Name)) ? Nothing : spare);

    protected override Subject Identify(Reference subject) => new(subject.Use.Span.File.Path, subject.Use.Span, subject.Use.Name);

    protected override IEnumerable<Verdict> Check(Reference subject, Deployment deployment)
    {
        var use = subject.Use;
        if (
            subject.Spare.Count == 0
            || NearMiss.Of(use.Name, subject.Spare.Where(name => IsSpelledAlike(use.Name, name))) is not { } meant
            || subject.All.First(property => property.Key == meant) is not { } property
            || IsSet(use.Name, deployment)
        )
        {
            yield break;
        }

        yield return Fail(
                use.Span,
                $"{use.Property} takes `${{{use.Name}}}`, which nothing defines; {property.Span} defines `{meant}`, which nothing takes."
            )
            .Related(property.Span)
            .Remedy($"Write `${{{meant}}}` in {use.Span}.")
            .VerifyGone();
    }

    private static IEnumerable<Placeholder> Placeholders(IEnumerable<ApplicationProperty> properties) =>
        from property in properties
        from part in property.Value.Variables
        where part.Operator is null
        select new Placeholder(part.Variable ?? "", property.Key, part.Span ?? property.Span);

    /// <summary>Both names of variables, or both of properties: <c>mail.user</c> takes MAIL_USER from the environment, and is no slip for it.</summary>
    private static bool IsSpelledAlike(string name, string other) =>
        name.Contains('.', StringComparison.Ordinal) == other.Contains('.', StringComparison.Ordinal)
        && name.Any(char.IsAsciiLetterLower) == other.Any(char.IsAsciiLetterLower)
        && Letters(name) != Letters(other);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsOwn(string key) =>
        !Array.Exists(OfFrameworks, prefix => key.StartsWith(prefix, StringComparison.Ordinal))
        && !key.Contains('[', StringComparison.Ordinal);

    /// <summary>Anything else may give it: an environment file, a Compose file, a workflow, a command.</summary>
    private static bool IsSet(string name, Deployment deployment) =>
        deployment.Of<EnvFile>().Any(file => file.Find(name) is not null || file.CommentedOut.Any(entry => entry.Name.Value == name))
        || deployment.Artifacts.Any(artifact =>
            artifact is ComposeFile or Workflow or KubernetesManifest or Document && artifact.File.Mentions(name)
        );

    /// <summary>A placeholder without default in the value of a property.</summary>
    internal sealed record Placeholder(string Name, string Property, SourceSpan Span);

    /// <summary>A placeholder, and what the files of its directory define.</summary>
    /// <param name="Spare">Properties that nothing takes; empty where the placeholder is defined.</param>
    internal sealed record Reference(string Directory, Placeholder Use, IReadOnlyList<ApplicationProperty> All, IReadOnlySet<string> Spare);
}
