using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Seaworthy.Deploying.Running;

/// <summary>HAProxy's socket: one command per connection.</summary>
/// <param name="find">Where it is reached, asked when it is needed first.</param>
public sealed class ProxySocket(Func<EndPoint> find)
{
    private const int LimitMilliseconds = 5000;

    /// <summary>The answer; null when nothing listens.</summary>
    public string? Ask(string command)
    {
        var point = find();
        try
        {
            using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.ReceiveTimeout = LimitMilliseconds;
            socket.SendTimeout = LimitMilliseconds;
            socket.Connect(point);
            socket.Send(Encoding.ASCII.GetBytes(command + "\n"));
            StringBuilder answer = new();
            var buffer = new byte[16384];
            for (var read = socket.Receive(buffer); read > 0; read = socket.Receive(buffer))
            {
                answer.Append(Encoding.ASCII.GetString(buffer, 0, read));
            }

            return answer.ToString();
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
