using Xunit;

namespace Seaworthy.Tests.Reading.Code.Ruby;

public sealed class RubyReadingTests
{
    [Theory]
    [InlineData("x = ENV['A1']", "A1 Expected -")]
    [InlineData("x = ENV['A1'] || 'd'", "A1 Optional 'd'")]
    [InlineData("x = ENV['A1'].presence || 'd'", "A1 Optional 'd'")]
    [InlineData("x = ENV.fetch('A1')", "A1 Required -")]
    [InlineData("x = ENV.fetch 'A1'", "A1 Required -")]
    [InlineData("x = ENV.fetch('A1', 'd').to_i", "A1 Optional 'd'")]
    [InlineData("x = ENV.fetch('A1') { 3000 }", "A1 Optional '3000'")]
    [InlineData("x = ENV.fetch('A1') { raise 'no A1' }", "A1 Required -")]
    [InlineData("def call\n  ENV.fetch('A1')\nend", "A1 Expected -")]
    [InlineData("if Rails.env.production?\n  x = ENV.fetch('A1')\nend", "A1 Expected -")]
    [InlineData("x = ENV.fetch('A1') if y?", "A1 Expected -")]
    [InlineData("get '/x' do\n  ENV.fetch('A1')\nend", "A1 Expected -")]
    [InlineData("Rails.application.configure do\n  config.x = ENV.fetch('A1')\nend", "A1 Required -")]
    [InlineData("raise 'no A1' unless ENV['A1']", "A1 Required -")]
    [InlineData("ENV['A1'] ||= 'd'", "A1 Optional 'd'")]
    [InlineData("pidfile ENV['A1'] if ENV['A1']", "A1 Optional -|A1 Optional -")]
    [InlineData("ENV['A1'] = 'd'", "")]
    [InlineData("# ENV['A1']\n=begin\nENV['A2']\n=end\nx = <<~T\n  ENV['A3']\nT\n", "")]
    public void A_read_knows_its_default_and_what_happens_without(string body, string expected) =>
        Assert.Equal(expected, string.Join('|', CodeFacts.Read("config/initializers/x.rb", body).Environment()));

    [Fact]
    public void Rails_nests_its_routes()
    {
        var served = CodeFacts
            .Read(
                "config/routes.rb",
                """
                Rails.application.routes.draw do
                  root "home#index"
                  get "up" => "rails/health#show", as: :rails_health_check
                  namespace :api do
                    scope "/v1", module: :v1 do
                      resources :users, only: [:index, :show] do
                        member { get :preview }
                        get "search", on: :collection
                        resources :posts
                      end
                    end
                  end
                  resource :profile
                  mount Sidekiq::Web => "/sidekiq"
                  match "photos(/:id)", to: "x#y", via: [:get, :post]
                  get "*path", to: "a#b"
                end
                """
            )
            .Serves();

        Assert.Contains("- GET '/'", served);
        Assert.Contains("- GET '/up'", served);
        Assert.Contains("- GET '/api/v1/users'", served);
        Assert.Contains("- GET '/api/v1/users/{p}'", served);
        Assert.Contains("- GET '/api/v1/users/{p}/preview'", served);
        Assert.Contains("- GET '/api/v1/users/search'", served);
        Assert.Contains("- GET '/api/v1/users/{p}/posts/{p}'", served);
        Assert.Contains("- PATCH '/profile'", served);
        Assert.Contains("- * '/sidekiq' prefix", served);
        Assert.Contains("- POST '/photos/{}'", served);
        Assert.Contains("- GET '/*path'", served);
    }

    [Theory]
    [InlineData("api_version(module: 'V1') do\n  get 'x'\nend")]
    [InlineData("wizard :x")]
    public void What_a_macro_declares_nobody_knows(string body) =>
        Assert.Contains(
            CodeFacts.Read("config/routes.rb", $"Rails.application.routes.draw do\n  {body}\nend").Settings,
            setting => setting.Name == "ruby.openRoutes"
        );

    [Fact]
    public void Sinatra_and_Puma_listen()
    {
        var file = CodeFacts.Read(
            "app.rb",
            "require 'sinatra'\nset :bind, '0.0.0.0'\nset :port, ENV.fetch('PORT', 4567)\nget '/health' do\n  'ok'\nend\n"
        );

        Assert.Equal(["sinatra '0.0.0.0' $PORT:'4567'"], file.Listens());
        Assert.Contains("- GET '/health'", file.Serves());
        Assert.Equal(
            ["puma <nothing is written> $PORT:'3000'"],
            CodeFacts
                .Read("config/puma.rb", "port ENV.fetch(\"PORT\") { 3000 }\n")
                .Listens()
                .Select(text => text.Replace("puma -", "puma <nothing is written>", System.StringComparison.Ordinal))
        );
    }
}
