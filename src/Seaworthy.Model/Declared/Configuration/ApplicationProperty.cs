using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>A property of an application with its place. A list gives one property per element: <c>a.b[0]</c>.</summary>
/// <param name="Key">Dotted, as written.</param>
/// <param name="Value">With placeholders <c>${name:default}</c>, whose names are other properties or environment variables.</param>
public sealed record ApplicationProperty(string Key, Template Value, SourceSpan KeySpan, SourceSpan Span)
{
    /// <summary>The form all spellings of a key share: <c>server.contextPath</c> and <c>server.context-path</c> are one.</summary>
    /// <remarks>Source: Spring Boot reference, "Relaxed Binding".</remarks>
    public string Canonical { get; } = PropertyNames.Canonical(Key);

    /// <summary>A value that the build puts in (<c>@project.version@</c>), or that an expression computes (<c>#{…}</c>).</summary>
    public bool IsComputed =>
        Value.Raw.Contains("#{", StringComparison.Ordinal)
        || (Value.Raw.StartsWith('@') && Value.Raw.EndsWith('@') && Value.Raw.Length > 2);

    /// <summary>The property behind the profile that begins its key (<c>%prod.</c>); null when nothing is left.</summary>
    public ApplicationProperty? WithoutProfile() =>
        Key.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && dot + 1 < Key.Length
            ? new ApplicationProperty(Key[(dot + 1)..], Value, KeySpan, Span)
            : null;
}
