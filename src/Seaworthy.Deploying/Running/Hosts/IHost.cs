using System.Net;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Hosts;

/// <summary>The machine on which the engine runs and the state lies. Paths are those of the host.</summary>
public interface IHost : IDisposable
{
    /// <summary>As messages name it.</summary>
    string Name { get; }

    /// <summary>It is the machine on which this program runs.</summary>
    bool IsHere { get; }

    /// <summary>Starts programs on this machine; <c>docker</c> then talks to the engine of the host.</summary>
    ProcessRunner Runner { get; }

    /// <summary>Who works on the host, as <c>UID:GID</c>.</summary>
    string Owner { get; }

    /// <summary>Where the state of all projects lies.</summary>
    /// <param name="given">What the command line says; null for what is usual.</param>
    string StateRoot(string? given);

    /// <summary>Null where there is no such file, or it cannot be read.</summary>
    string? Read(string path);

    /// <summary>Hands out what a file holds.</summary>
    void Read(string path, Action<Stream> read);

    /// <summary>A new text takes the place of the old one once it is on the disk.</summary>
    void Write(string path, string text);

    /// <summary>What is written takes the place of the old file once all of it is on the disk, and never when <paramref name="fill"/> fails.</summary>
    void Write(string path, Action<Stream> fill);

    /// <summary>Appends whole lines, and returns when they are on the disk.</summary>
    void Append(string path, string text);

    void Delete(string path);

    /// <summary>Deletes a directory and all that is in it.</summary>
    void DeleteDirectory(string path);

    /// <summary>Makes a directory that only its owner may open, and those above it.</summary>
    void MakeDirectory(string path);

    /// <summary>The names of what is in a directory.</summary>
    IReadOnlyList<string> List(string directory);

    bool Exists(string path);

    FileSum Sum(string path);

    long FreeBytes(string directory);

    /// <summary>Something listens where a port is to be published.</summary>
    bool IsTaken(PublishedPort port);

    /// <summary>Keeps other commands out until it is disposed of, or this process ends, however it ends. Null when another command does.</summary>
    IDisposable? TryHold(string path);

    /// <summary>Runs a command of the host that reads a file.</summary>
    ProcessResult RunFrom(string path, CommandLine line);

    /// <summary>Runs a command of the host that writes a file, which has its name once the command has succeeded.</summary>
    ProcessResult RunTo(string path, CommandLine line);

    /// <summary>Where a Unix socket of the host can be reached from here.</summary>
    EndPoint Socket(string path);

    /// <summary>Where a port can be reached from here that the host reaches, one of a container for instance.</summary>
    EndPoint Port(string address, int port);
}
