using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A key with a text: a label, an annotation, an entry of a selector, of a ConfigMap or of a Secret.</summary>
/// <param name="Value">Null for an explicit null.</param>
/// <param name="KeySpan">The key alone.</param>
public sealed record KubernetesPair(string Key, Fact<string>? Value, SourceSpan KeySpan)
{
    /// <summary>The value with the place of every character, when it has several lines: a file within the file.</summary>
    public MappedText? Text { get; init; }

    /// <summary>The text behind base64, as <c>data</c> of a Secret has it; null where the value is none.</summary>
    public string? Decoded
    {
        get
        {
            var text = Value?.Value ?? "";
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
        }
    }

    /// <summary>Key and value.</summary>
    public SourceSpan Span => Value is { } value && value.Span.Start >= KeySpan.Start ? KeySpan.To(value.Span) : KeySpan;
}
