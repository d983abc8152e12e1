using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Seaworthy.Deploying.Commands;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Deploying.Running;

/// <summary>The only place that starts processes. Each has a time limit; what it prints is kept, up to a bound.</summary>
public sealed class ProcessRunner
{
    /// <summary>The variable that holds the key of secrets.</summary>
    public const string KeyVariable = "SEAWORTHY_SECRETS_KEY";

    private const int NotFound = 2;
    private const int MostKept = 4_000_000;
    private const int LongestLine = 1_000_000;

    /// <summary>Receives each line of a process that somebody waits for.</summary>
    public Action<string>? OnLine { get; init; }

    /// <param name="line">What to start.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <param name="output">Where its output goes instead of being kept.</param>
    public ProcessResult Run(CommandLine line, Stream? input = null, Stream? output = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var process = Create(line);
            process.Start();
            return Await(process, line, input, output);
        }
        catch (Win32Exception exception)
        {
            return new ProcessResult(127, "", $"{line.Program} cannot be started: {exception.Message}");
        }
    }

    private ProcessResult Await(Process process, CommandLine line, Stream? input, Stream? output)
    {
        var said = output is null
            ? Task.Run(() => Read(process.StandardOutput))
            : Task.Run(() => Copy(process.StandardOutput.BaseStream, output));
        var complained = Task.Run(() => Read(process.StandardError));
        var fed = Task.Run(() => Feed(process, input));
        if (!process.WaitForExit(line.Limit))
        {
            process.Kill(entireProcessTree: true);
            return new ProcessResult(
                -1,
                "",
                $"{line.Program} {line.Arguments.FirstOrDefault()} took more than {line.Limit.TotalSeconds:0} s and was ended"
            );
        }

        // A child that lives on may hold the pipes: what is not read by then is not waited for.
        try
        {
            Task.WaitAll([said, complained, fed], TimeSpan.FromSeconds(10));
        }
        catch (AggregateException exception)
        {
            throw exception.InnerException as DeployFailedException
                ?? new DeployFailedException(
                    $"{line.Program} {line.Arguments.FirstOrDefault()}: {exception.InnerException?.Message}",
                    exception
                );
        }

        if (output is not null && !said.IsCompleted)
        {
            return new ProcessResult(
                -1,
                "",
                $"the output of {line.Program} {line.Arguments.FirstOrDefault()} could not be read to its end"
            );
        }

        return new ProcessResult(
            process.ExitCode,
            said.IsCompletedSuccessfully ? said.Result : "",
            complained.IsCompletedSuccessfully ? complained.Result : ""
        );
    }

    /// <summary>Lets a process talk to the terminal itself, until it ends.</summary>
    public static int Attach(CommandLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        using var process = Create(line, isAttached: true);
        process.Start();
        process.WaitForExit();
        return process.ExitCode;
    }

    internal static Process Create(CommandLine line, bool isAttached = false)
    {
        ProcessStartInfo start = new(Whole(line.Program))
        {
            RedirectStandardInput = !isAttached,
            RedirectStandardOutput = !isAttached,
            RedirectStandardError = !isAttached,
            UseShellExecute = false,
            WorkingDirectory = line.Directory ?? "",
        };
        foreach (var argument in line.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // No program that is started needs the key: it would be one more place to read it.
        start.Environment.Remove(KeyVariable);
        foreach (var variable in line.Environment)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        return new Process { StartInfo = start };
    }

    /// <summary>The framework looks into the current directory first, which is a repository as a rule: a file named <c>docker</c> there would be run.</summary>
    private static string Whole(string program) =>
        program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? program
            : ProgramPath.Find(program, Environment.GetEnvironmentVariable("PATH"), [])
                ?? throw new Win32Exception(NotFound, "there is no such program in PATH");

    private static void Feed(Process process, Stream? input)
    {
        try
        {
            input?.CopyTo(process.StandardInput.BaseStream);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all: its exit code says why.
        }
        catch (DeployFailedException)
        {
            // What it would read is not as it was written: half of it must not pass for the whole.
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Copy(Stream from, Stream to)
    {
        from.CopyTo(to);
        return "";
    }

    private string Read(StreamReader reader)
    {
        StringBuilder text = new();
        foreach (var line in BoundedLines.Of(reader, LongestLine))
        {
            OnLine?.Invoke(line);
            if (text.Length < MostKept)
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }
}
