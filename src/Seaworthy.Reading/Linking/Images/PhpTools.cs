using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>What the commands of a build have added to PHP's official image so far: extensions, and packages of the system.</summary>
internal sealed class PhpTools
{
    // What Composer has no use for, whatever it brings.
    private static readonly string[] BesideComposer = ["git", "php", "npm", "node", "yarn", "pnpm", "npx", "tee"];

    private readonly HashSet<string> extensions = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> packages = new(StringComparer.Ordinal);

    /// <summary>Extensions may have come by a way that is not understood.</summary>
    public bool MayHaveMoreExtensions { get; private set; }

    /// <summary>Packages may have come by a way that is not understood.</summary>
    public bool MayHaveMorePackages { get; private set; }

    public bool HasExtension(string name) => extensions.Contains(name);

    public bool HasPackage(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (packages.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Files of another stage or image that land where PHP keeps its extensions, or where nobody can tell.</summary>
    public void Take(DockerInstruction.Copy copy)
    {
        if (copy.From is not null && copy.Destination?.Raw is not { } to)
        {
            MayHaveMoreExtensions = true;
        }
        else if (
            copy is { From: not null, Destination.Raw: { } path }
            && (
                path.Contains('$', StringComparison.Ordinal)
                || path.TrimEnd('/') is "" or "/usr" or "/usr/local" or "/usr/local/lib" or "/usr/local/etc"
                || path.Contains("/php", StringComparison.Ordinal)
            )
        )
        {
            MayHaveMoreExtensions = true;
            MayHaveMorePackages = true;
        }
    }

    public void Take(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        var installs = PhpBuildCommands.Installs(command);
        foreach (var word in installs.SelectMany(install => install.Packages))
        {
            AddPackage(word);
        }

        if (line.Program is "docker-php-ext-install" or "docker-php-ext-enable" or "install-php-extensions" or "pecl")
        {
            foreach (var word in line.Arguments)
            {
                AddExtension(word);
            }
        }
        else if (installs.Count == 0 && !PhpBuildCommands.BringsNothing(line.Program) && !BesideComposer.Contains(line.Program))
        {
            MayHaveMoreExtensions = true;
            MayHaveMorePackages = true;
        }

        // Somebody writes the configuration of PHP by hand.
        MayHaveMoreExtensions |= command.Span.Text.Contains("extension=", StringComparison.Ordinal);
    }

    private void AddPackage(ShellWord word)
    {
        if (word.Literal is not { } name)
        {
            MayHaveMorePackages |= !PhpBuildCommands.IsCompilers(word);
            return;
        }

        packages.Add(PhpBuildCommands.NameOf(word) ?? name);
        MayHaveMoreExtensions |= name.StartsWith("php", StringComparison.Ordinal);
        // These bring git along, or recommend it.
        MayHaveMorePackages |= name is "npm" or "git-lfs" or "devscripts" or "git-core" or "gitk";
    }

    private void AddExtension(ShellWord word)
    {
        if (word.Literal is not { } name)
        {
            MayHaveMoreExtensions |= word.Raw is not ['-', ..];
        }
        else if (name is not ['-', ..])
        {
            var start = name.LastIndexOf('/') + 1;
            extensions.Add(name[start..].Split('-', '@', ' ')[0]);
            MayHaveMorePackages |= name.StartsWith('@');
        }
    }
}
