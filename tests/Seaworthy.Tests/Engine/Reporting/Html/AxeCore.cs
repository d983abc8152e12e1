using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html;

/// <summary>axe-core, which looks for what keeps people with disabilities from a page: fetched once from npm into <c>artifacts</c>, and never committed. A test that needs it is skipped where it cannot be had.</summary>
internal static class AxeCore
{
    private const string Version = "4.11.0";
    private const string Hash = "e9e5863c33a874f09bc01acd9234b7e3c871479f5eef8802fa582544465e6d01";
    private const string Entry = "package/axe.min.js";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<string?>> Source = new(Fetch);

    /// <summary>What it complains of in a page as it stands: rule, and where.</summary>
    public static async Task<string> Complaints(Chromium page)
    {
        var source = await Source.Value;
        Assert.SkipWhen(source is null, $"axe-core cannot be had: npm or the network is missing (npm pack axe-core@{Version})");
        await page.Evaluate(source + ";true");
        return (string?)
                await page.Evaluate(
                    "axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.map(one => one.id + ': ' + one.help + '\\n' + one.nodes.slice(0, 5).map(node => '  ' + node.target.join(' ') + '  ' + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? '')).join('\\n')).join('\\n'))"
                )
            ?? "";
    }

    private static async Task<string?> Fetch()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "artifacts", "axe-core", Version);
        var file = Path.Combine(folder, "axe.min.js");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder);
            if (!await Pack(folder))
            {
                return null;
            }

            await Extract(Path.Combine(folder, $"axe-core-{Version}.tgz"), file);
        }

        var source = await File.ReadAllTextAsync(file);
        Assert.Equal(Hash, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file))));
        return source;
    }

    private static async Task<bool> Pack(string folder)
    {
        ProcessStartInfo start = new("npm", ["pack", $"axe-core@{Version}", "--silent", "--pack-destination", folder])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using CancellationTokenSource end = new(Patience);
        try
        {
            using var process = Process.Start(start);
            if (process is null)
            {
                return false;
            }

            _ = process.StandardOutput.ReadToEndAsync(end.Token);
            _ = process.StandardError.ReadToEndAsync(end.Token);
            await process.WaitForExitAsync(end.Token);
            return process.ExitCode == 0;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            // No npm, or nobody answers it.
            return false;
        }
    }

    private static async Task Extract(string archive, string file)
    {
        await using GZipStream unpacked = new(File.OpenRead(archive), CompressionMode.Decompress);
        await using TarReader tar = new(unpacked);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            if (entry.Name == Entry)
            {
                // Beside first: two tests may fetch at once.
                var beside = $"{file}.{Environment.ProcessId}";
                await entry.ExtractToFileAsync(beside, overwrite: true);
                File.Move(beside, file, overwrite: true);
                return;
            }
        }
    }
}
