namespace Seaworthy.Rules.Containers;

/// <summary>A framework that runs for development unless a variable says otherwise.</summary>
/// <param name="Name">As <c>Component.Frameworks</c> has it.</param>
/// <param name="Title">As people write it.</param>
/// <param name="Variables">What chooses the mode, the one to set first.</param>
/// <param name="Mode">The value for production.</param>
/// <param name="Consequence">What is then seen, as a sentence.</param>
/// <param name="Source">The documentation of the default.</param>
internal sealed record ModalFramework(
    string Name,
    string Title,
    IReadOnlyList<string> Variables,
    string Mode,
    string Consequence,
    string Source
)
{
    /// <summary>The programs that serve it.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    /// <summary>Words of a command by which it may get its mode otherwise.</summary>
    public IReadOnlyList<string> Otherwise { get; init; } = [];

    /// <summary>A file in the image that sets the mode: without it, it is not known what does.</summary>
    public bool HasEnvFile { get; init; }

    public static IReadOnlyList<ModalFramework> All { get; } =
    [
        new(
            "rails",
            "Rails",
            ["RAILS_ENV", "RACK_ENV"],
            "production",
            "Public host names get 403.",
            "Rails guides, \"Configuring Rails Applications\": Rails::Env, ActionDispatch::HostAuthorization"
        )
        {
            Servers = ["puma", "rails", "unicorn", "passenger", "rackup", "thrust", "pumactl", "iodine", "falcon"],
            Otherwise = ["RAILS_ENV", "RACK_ENV", "-e production", "-e=production", "--environment"],
        },
        new(
            "symfony/framework-bundle",
            "Symfony",
            ["APP_ENV"],
            "prod",
            "Error pages show settings.",
            "Symfony documentation, \"Configuring Symfony\", \"Selecting the Active Environment\""
        )
        {
            Servers = ["php-fpm", "apache2-foreground", "frankenphp", "supervisord", "rr"],
            Otherwise = ["APP_ENV", "dump-env", ".env.local"],
            HasEnvFile = true,
        },
    ];
}
