using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Seaworthy.Deploying.Verifying;

/// <summary>The sockets of a process, as Linux lists them: no shell is needed in the container.</summary>
/// <remarks>Source: Linux kernel documentation, "proc_net_tcp".</remarks>
public static class SocketTable
{
    private const string Listening = "0A";

    /// <summary>The ports on which something listens.</summary>
    public static IEnumerable<int> Ports(string text) => Sockets(text).Select(socket => socket.Port);

    /// <summary>Something listens where a port is to be published: on the same address, or on all addresses, or the port is for all.</summary>
    /// <param name="text">The tables.</param>
    /// <param name="address">The address; null for all.</param>
    /// <param name="port">The port.</param>
    public static bool IsTaken(string text, string? address, int port) =>
        Sockets(text)
            .Any(socket => socket.Port == port && (IsAll(socket.Address) || Written(address) is not { } own || own == socket.Address));

    private static IEnumerable<Socket> Sockets(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var line in text.Split('\n'))
        {
            if (
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var local, _, Listening, ..]
                && local.Split(':') is [var address, var number]
                && int.TryParse(number, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var port)
            )
            {
                yield return new Socket(address, port);
            }
        }
    }

    private static bool IsAll(string address) => address.All(digit => digit == '0');

    /// <summary>An address of IPv4 as the table writes it: the bytes the other way round. Null for none, and for all.</summary>
    private static string? Written(string? address) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetwork && !parsed.Equals(IPAddress.Any)
            ? Convert.ToHexString([.. parsed.GetAddressBytes().AsEnumerable().Reverse()])
            : null;

    /// <param name="Address">In hexadecimal digits, as the table has it.</param>
    private sealed record Socket(string Address, int Port);
}
