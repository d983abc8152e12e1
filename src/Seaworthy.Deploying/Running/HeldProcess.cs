using System.Diagnostics;
using System.Text;

namespace Seaworthy.Deploying.Running;

/// <summary>A process that lasts as long as somebody holds it. It reads an input that ends with this process, however that ends: so it does not outlive it.</summary>
public sealed class HeldProcess : IDisposable
{
    private const int MostComplained = 64_000;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private readonly Process process;
    private readonly Task<string> complained;

    internal HeldProcess(Process process)
    {
        this.process = process;
        complained = Task.Run(Complained);
    }

    /// <summary>The next line that it prints; null when it ended, or none came in time.</summary>
    public string? ReadLine(TimeSpan limit)
    {
        var line = process.StandardOutput.ReadLineAsync();
        return line.Wait(limit) ? line.Result : null;
    }

    /// <summary>Gives it a character to read. Nothing happens when it has ended.</summary>
    public void Feed(char letter)
    {
        try
        {
            process.StandardInput.Write(letter);
            process.StandardInput.Flush();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // Its end is noticed by those who need it.
        }
    }

    /// <summary>Ends it, and returns how it ended.</summary>
    public ProcessResult End()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before.
        }

        if (!process.WaitForExit(Grace))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        return new ProcessResult(process.ExitCode, "", complained.Wait(Grace) ? complained.Result : "");
    }

    public void Dispose()
    {
        End();
        process.Dispose();
    }

    private string Complained()
    {
        StringBuilder text = new();
        foreach (var line in BoundedLines.Of(process.StandardError, MostComplained))
        {
            if (text.Length < MostComplained)
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString();
    }
}
