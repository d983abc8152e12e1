using System.Diagnostics;
using Seaworthy.Tests;

namespace Seaworthy.Deploying.Tests.Machine;

/// <summary>The engine of this machine, with the images of the trial; or why there is none.</summary>
internal static class Engine
{
    private static readonly Lazy<string?> Missing = new(Find);

    private static readonly Lazy<string?> MissingStores = new(() => Images("stores"));

    /// <summary>Null when the trial can be run.</summary>
    public static string? MissingBecause => Missing.Value;

    /// <summary>Null when the trials of stores can be run, too.</summary>
    public static string? MissingStoresBecause => Missing.Value ?? MissingStores.Value;

    public static string Run(string program, params IEnumerable<string> arguments)
    {
        var (code, output) = Try(program, arguments);
        return code == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {output}");
    }

    public static (int Code, string Output) Try(string program, IEnumerable<string> arguments)
    {
        using Process process = new()
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static string? Find()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return "the trial needs Linux and root";
        }

        try
        {
            if (Try("docker", ["version"]) is not (0, _))
            {
                return "no Docker engine answers: 'eng/start-docker' installs and starts one";
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no docker: 'eng/start-docker' installs and starts one";
        }

        return Images();
    }

    private static string? Images(params IEnumerable<string> which)
    {
        var images = Path.Combine(RepositoryRoot.Path, "tests", "Seaworthy.Deploying.Tests", "Machine", "images");
        return Try(images, which) is (not 0, var fault) ? $"the images of the trial cannot be made: {fault}" : null;
    }
}
