using System.Text.RegularExpressions;

namespace Seaworthy.Deploying.Certificates;

/// <summary>Why a certificate was not issued: what the server says, out of the log of the client.</summary>
public static partial class AcmeComplaint
{
    private const int Longest = 400;

    /// <param name="account">Who asked.</param>
    /// <param name="host">For which host.</param>
    /// <param name="log">What the client printed.</param>
    public static string Of(AcmeAccount account, string host, string log)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(log);
        // What was tried again, such as a nonce that the server does not know any more, stands before it.
        if (Problem().Matches(log) is [.., var problem])
        {
            return $"{account.Server} issues no certificate for {host} ({problem.Groups["type"].Value}): {Short(problem.Groups["text"].Value)}";
        }

        var last =
            log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault()
            ?? "the client says nothing";
        return $"no certificate for {host} from {account.Server}: {Short(Time().Replace(last, ""))}";
    }

    private static string Short(string text)
    {
        var trimmed = text.Trim().TrimEnd('.');
        return trimmed.Length > Longest ? trimmed[..Longest] + "…" : trimmed;
    }

    // RFC 8555, section 6.7, as the client writes it: error: 403 :: urn:ietf:params:acme:error:unauthorized :: Invalid response …, url:
    [GeneratedRegex(
        @"urn:ietf:params:acme:error:(?<type>[A-Za-z]+) :: (?<text>[^\n]*?)(?:, url:[^\n]*|, problem:[^\n]*)?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Problem();

    [GeneratedRegex(@"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d (\[[A-Z]+\] )?", RegexOptions.NonBacktracking)]
    private static partial Regex Time();
}
