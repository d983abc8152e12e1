using System.Security.Cryptography;
using System.Text;

namespace Seaworthy.Deploying.Planning;

/// <summary>An environment variable or build argument with its value.</summary>
public sealed record Variable(string Name, string Value)
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>Tells equal values from others, in this process alone: nobody can compare it with a guess.</summary>
    public static string Hash(string value) => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(value)));

    // A value may be a secret: no log and no message of a debugger holds it.
    public override string ToString() => $"{Name}=***";
}
