using System.Globalization;

namespace Seaworthy.Deploying.Verifying;

/// <summary>The sockets of a process, as Linux lists them: no shell is needed in the container.</summary>
/// <remarks>Source: Linux kernel documentation, "proc_net_tcp".</remarks>
public static class SocketTable
{
    private const string Listening = "0A";

    /// <summary>The ports on which something listens.</summary>
    public static IEnumerable<int> Ports(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var line in text.Split('\n').Skip(1))
        {
            if (
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var local, _, Listening, ..]
                && int.TryParse(local.Split(':')[^1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port)
            )
            {
                yield return port;
            }
        }
    }
}
