namespace Seaworthy.Model.Known.Runtimes;

/// <summary>Tools whose installers take the newest release and stop when the runtime is too old for it, instead of taking an older one.</summary>
public static class NewestTools
{
    // Ruby 3.0.1 brings RubyGems 3.2.15. Source: rubygems/rubygems, pull request 4110.
    private const string FallingBackRuby = "3.0.1";

    // Ruby 3.3.1 brings RubyGems 3.5.9; "gem update --system" takes an older release since 3.5.4. Source: ruby/rubygems#8363.
    private const string UpdatingRuby = "3.3.1";

    /// <summary>What <c>gem update --system</c> installs.</summary>
    public const string RubyGems = "rubygems-update";

    public static IReadOnlyList<NewestTool> All { get; } =
    [
        new("dotnet-sdk", "dotnet-ef", "8.0", "2023-11", "dotnet/sdk#36904, dotnet/efcore#32403"),
        new("ruby", "bundler", "3.2", "2025-07", "rubygems/rubygems, bundler.gemspec; lewagon/wait-on-check-action#96")
        {
            FallsBackFrom = FallingBackRuby,
        },
        new("ruby", "rails", "3.2", "2024-11", "Ruby on Rails guides, Upgrading, Ruby versions") { FallsBackFrom = FallingBackRuby },
        new("ruby", RubyGems, "3.2", "2025-07", "rubygems-update 3.7.0; ruby/rubygems#8363, ruby/setup-ruby#676")
        {
            FallsBackFrom = UpdatingRuby,
        },
        new("node", "npm@latest", "22.22.2", "2026-12", "npm 12.2.2, engines; npm/cli#7989: it is strict with itself"),
        new("go", "github.com/air-verse/air@latest", "1.26", "2026-07", "air-verse/air v1.67.2, go.mod"),
        new("go", "github.com/pressly/goose/v3/cmd/goose@latest", "1.24", "2026-01", "pressly/goose, go.mod"),
        new("go", "github.com/sqlc-dev/sqlc/cmd/sqlc@latest", "1.23", "2025-05", "sqlc-dev/sqlc, go.mod"),
        new("go", "github.com/a-h/templ/cmd/templ@latest", "1.23", "2025-01", "a-h/templ, go.mod"),
    ];

    public static NewestTool? Find(string runtime, string package) =>
        All.FirstOrDefault(tool => tool.Runtime == runtime && tool.Package == package);
}
