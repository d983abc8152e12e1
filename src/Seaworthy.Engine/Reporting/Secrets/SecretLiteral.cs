using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>A literal that stands where a secret stands.</summary>
/// <param name="Name">The variable, key or option that it is given to; empty when nothing like that stands before it.</param>
/// <param name="IsWhole">It is all that is given, quoted or up to the end of the line: no word out of a sentence.</param>
/// <param name="IsQuoted">Between quotation marks: in source, what is not is a name.</param>
/// <param name="File">Where it was read; null for what a reader made of configuration.</param>
internal sealed record SecretLiteral(string Name, string Value, bool IsWhole, bool IsQuoted, SourceFile? File)
{
    public static SecretLiteral Given(GivenValue given, string value) =>
        new(
            given.Name,
            value,
            IsWhole: true,
            IsQuoted: true,
            given.Span is { } span && FileKinds.IsSource(span.File.Name) ? span.File : null
        );
}
