using Seaworthy.Model;
using Seaworthy.Model.Declared.Configuration;

namespace Seaworthy.Rules.Configuration;

/// <summary>A comment stands behind the value of a property in a <c>.properties</c> file, where it is part of the value.</summary>
/// <remarks>Source: Java SE, <c>java.util.Properties.load</c>: only a line that begins with <c>#</c> or <c>!</c> is a comment.</remarks>
internal sealed class CommentInPropertyValue : Rule<ApplicationProperties>
{
    // Properties whose value is one word of a list, an address or a class.
    private static readonly string[] Typed = ["ddl-auto", ".url", ".uri", ".port", "driver-class-name", ".dialect", ".enabled", ".type"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/comment-in-property-value",
            Title = "Comment in property value",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale =
                "In a .properties file, a comment takes a line of its own: behind a value it is part of the value, which then means nothing to the program.",
            Holds = "Comments stand on lines of their own.",
        };

    public override IEnumerable<ApplicationProperties> Subjects(Deployment deployment) =>
        deployment.Of<ApplicationProperties>().Where(file => file.File.Name.EndsWith(".properties", StringComparison.Ordinal));

    protected override Subject Identify(ApplicationProperties subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(ApplicationProperties subject, Deployment deployment)
    {
        var found = subject.All.Where(property => Comment(property) > 0).OrderByDescending(property => IsTyped(property) ? 1 : 0).ToList();
        if (found is not [var first, ..])
        {
            yield break;
        }

        var value = first.Value.Raw[..Comment(first)].TrimEnd();
        var message = $"The value of {first.Key} is `{first.Value.Raw}`: the comment belongs to it.";
        yield return (IsTyped(first) ? Fail(first.Span, message) : Warn(first.Span, message).As(Severity.Medium))
            .Related(found.Skip(1).Select(property => property.Span), "the same")
            .Remedy($"Write `{first.Key}={value}` in {first.Span}, and the comment on a line before it.")
            .VerifyGone();
    }

    /// <summary>Where it begins; -1 for none. <c>Shop #1</c> is a name.</summary>
    private static int Comment(ApplicationProperty property) => property.Value.Raw.IndexOf(" # ", StringComparison.Ordinal);

    private static bool IsTyped(ApplicationProperty property)
    {
        var value = property.Value.Raw[..Comment(property)].Trim();
        return value is "true" or "false"
            || (value.Length > 0 && value.All(char.IsAsciiDigit))
            || Array.Exists(Typed, ending => property.Key.EndsWith(ending, StringComparison.Ordinal));
    }
}
