using System.Text.RegularExpressions;

namespace Seaworthy.Reading.Discovery;

/// <summary>The address of a git repository on another machine, by https or ssh, and the revision that is asked for: <c>https://host/owner/name@v1.2</c>.</summary>
/// <param name="Url">For git; it begins with no dash and names no other transport.</param>
/// <param name="Revision">A branch, a tag or a whole commit id; null for the default branch.</param>
public sealed partial record RemoteAddress(string Url, string? Revision)
{
    private const string Hub = "https://github.com/";

    /// <summary>Why it is not cloned; null when it may be.</summary>
    public string? Fault { get; private init; }

    /// <summary>As messages show it: without a password.</summary>
    public string Shown => Credentials().Replace(Url, "$1•••@");

    /// <summary>Null for what is no address at all.</summary>
    public static RemoteAddress? Parse(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var (address, revision) = Split(written);
        var isTransport = Transport().IsMatch(written);
        var url =
            Https().IsMatch(address) || Ssh().IsMatch(address) || (!isTransport && ScpLike().IsMatch(address)) ? address
            : OwnerAndName().IsMatch(address) ? Hub + address
            : null;
        return url is null
            ? isTransport
                ? new RemoteAddress(written, null) { Fault = "only https and ssh addresses of git repositories are cloned" }
                : null
            : revision is not null && !Name().IsMatch(revision)
                ? new RemoteAddress(url, null) { Fault = $"'{revision}' is no revision" }
                : new RemoteAddress(url, revision);
    }

    // An @ of the user stands before the path.
    private static (string Address, string? Revision) Split(string written)
    {
        var authority = written.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + "://".Length : 0;
        var path = written.IndexOfAny(authority > 0 ? ['/'] : ['/', ':'], authority);
        return path >= 0 && written.IndexOf('@', path) is >= 0 and var at ? (written[..at], written[(at + 1)..]) : (written, null);
    }

    [GeneratedRegex(@"^(?:[A-Za-z][A-Za-z0-9+.-]*://|[A-Za-z][A-Za-z0-9+-]*::)", RegexOptions.NonBacktracking)]
    private static partial Regex Transport();

    [GeneratedRegex(@"^https://(?:[^\s/@-][^\s/@]*@)?[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?/[^\s-][^\s]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Https();

    [GeneratedRegex(
        @"^ssh://(?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?/[^\s-][^\s]*$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Ssh();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:[^\s:-][^\s]*$", RegexOptions.NonBacktracking)]
    private static partial Regex ScpLike();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$", RegexOptions.NonBacktracking)]
    private static partial Regex OwnerAndName();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_./@+-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(https://)[^/@]*@", RegexOptions.NonBacktracking)]
    private static partial Regex Credentials();
}
