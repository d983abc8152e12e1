using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Containers;

/// <summary>A command of a Dockerfile makes a user or a group, on an image whose users and groups are known.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Command">The command, and the program that makes it.</param>
/// <param name="Base">The base image, and where it is named.</param>
internal sealed record AccountCreation(string Subject, Fact<string> Command, Fact<string> Base)
{
    /// <summary>The user or group of the base that has the name or the number; null when both are free.</summary>
    public Account? Taken { get; init; }

    /// <summary>The name, or the number, that is taken.</summary>
    public string What { get; init; } = "";
}
