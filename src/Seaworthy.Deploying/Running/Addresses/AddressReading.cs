using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Seaworthy.Deploying.Verifying.Addresses;

namespace Seaworthy.Deploying.Running.Addresses;

/// <summary>Asks an address once, from this machine, as a browser would that never was there.</summary>
public static class AddressReading
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static AddressFacts Of(PublicAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        IReadOnlyList<IPAddress> found;
        try
        {
            found = Resolve(address);
        }
        catch (SocketException exception)
        {
            return new AddressFacts(address) { UnresolvedBecause = exception.Message };
        }

        AddressFacts? last = null;
        foreach (var to in found)
        {
            last = Ask(address, to);
            if (last.SilentBecause is null)
            {
                return last;
            }
        }

        return last ?? new AddressFacts(address) { UnresolvedBecause = "the name has no address" };
    }

    /// <exception cref="SocketException">There is no such name.</exception>
    internal static IReadOnlyList<IPAddress> Resolve(PublicAddress address) =>
        IPAddress.TryParse(address.Host, out var given) ? [given] : Dns.GetHostAddresses(address.Host);

    private static AddressFacts Ask(PublicAddress address, IPAddress to)
    {
        CertificateFacts? certificate = null;
        try
        {
            using var connection = HttpConnection.Open(address, to, Patience);
            certificate = connection.Certificate;
            return new AddressFacts(address) { Certificate = certificate, Answer = connection.Ask("GET") };
        }
        catch (AuthenticationException exception)
        {
            return new AddressFacts(address) { NoTlsBecause = exception.Message };
        }
        catch (OperationCanceledException)
        {
            return new AddressFacts(address) { SilentBecause = $"nothing came from {to} in {Patience.TotalSeconds:0} s" };
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            return new AddressFacts(address) { Certificate = certificate, SilentBecause = exception.Message };
        }
    }
}
