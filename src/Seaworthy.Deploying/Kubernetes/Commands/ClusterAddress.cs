namespace Seaworthy.Deploying.Kubernetes.Commands;

/// <summary>A context of the kubectl configuration, and a namespace. Neither can be read as an option of a command.</summary>
/// <param name="Context">As <c>kubectl config get-contexts</c> lists it.</param>
/// <param name="Space">Null for the namespace of the context.</param>
public sealed record ClusterAddress(string Context, string? Space)
{
    public const string Form = "kube-context://NAME or kube-context://NAME/NAMESPACE (a slash of the name is written %2F)";

    public const string Scheme = "kube-context://";

    private const int Longest = 253;
    private const int LongestLabel = 63;

    /// <summary>Null for anything else than the form.</summary>
    public static ClusterAddress? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[Scheme.Length..].Split('/');
        var context = Uri.UnescapeDataString(parts[0]);
        return parts.Length <= 2 && IsContext(context) && (parts.Length == 1 || IsLabel(parts[1]))
            ? new ClusterAddress(context, parts.Length == 2 ? parts[1] : null)
            : null;
    }

    /// <summary>A name of a namespace, or of another object whose name becomes a label.</summary>
    /// <remarks>Source: RFC 1123, as Kubernetes documentation, "Object Names and IDs", takes it.</remarks>
    public static bool IsLabel(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= LongestLabel
            && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            && text[0] != '-'
            && text[^1] != '-';
    }

    public override string ToString() =>
        Scheme + Context.Replace("/", "%2F", StringComparison.Ordinal) + (Space is null ? "" : "/" + Space);

    private static bool IsContext(string text) =>
        text.Length is > 0 and <= Longest && text[0] != '-' && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));
}
