using Xunit;

namespace Seaworthy.Tests.Reading.Code.Dart;

public sealed class DartTests
{
    [Fact]
    public void Definitions_entries_and_variables_are_read()
    {
        var file = CodeFacts.Read(
            "lib/config.dart",
            """
            import 'dart:io';
            import 'package:flutter_dotenv/flutter_dotenv.dart';

            class Config {
              static const String apiUrl = String.fromEnvironment('API_URL', defaultValue: 'http://10.0.2.2:8000');
              static const isBeta = bool.fromEnvironment("BETA");
              static String get key => dotenv.env['API_KEY'] ?? '';
              final secret = dotenv.get('SECRET', fallback: 'x');
            }

            final port = int.parse(Platform.environment['PORT'] ?? '8080');
            String token() {
              return Platform.environment['TOKEN']!;
            }
            """
        );

        Assert.Equal(
            [
                "API_KEY Optional ''",
                "API_URL Optional 'http://10.0.2.2:8000' build",
                "BETA Optional - build",
                "PORT Optional '8080'",
                "SECRET Optional 'x'",
                "TOKEN Expected -",
            ],
            file.Environment().Order(StringComparer.Ordinal)
        );
        Assert.Contains("Config.apiUrl = $API_URL:'http://10.0.2.2:8000'", file.Names());
        Assert.Contains("Config.key = $API_KEY:''", file.Names());
    }

    [Fact]
    public void Requests_are_read_with_their_addresses()
    {
        var file = CodeFacts.Read(
            "lib/api.dart",
            """
            import 'package:http/http.dart' as http;
            import 'config.dart';

            const base = 'http://localhost:8000/api';

            class Api {
              static const String root = "http://localhost:8000";
              final String version;
              Api({this.version = 'v1', required int size});

              Future<List<Map<String, dynamic>>> carts(String id) async {
                final response = await http.get(Uri.parse('$base/carts/$id'), headers: {'A': 'b'});
                final url = Uri.parse(root + '/login');
                await http.post(url, body: {'x': 1});
                await client.delete(Uri.http('localhost:8000', '/carts/${response.id}'));
                return prefs.get('name');
              }
            }
            """
        );

        Assert.Equal(
            [
                "GET (@base+'/carts/'+<id is a parameter>)",
                "POST ('http://localhost:8000'+'/login')",
                "DELETE ('http://'+'localhost:8000'+('/carts/'+@response.id))",
            ],
            file.Requests()
        );
        Assert.Equal("carts", file.Calls[0].Function);
    }

    [Fact]
    public void Clients_of_Dio_have_a_base()
    {
        var file = CodeFacts.Read(
            "lib/client.dart",
            """
            import 'package:dio/dio.dart';

            class Client {
              final Dio _dio = Dio(BaseOptions(baseUrl: 'http://localhost:3000', connectTimeout: const Duration(seconds: 5)));
              Future<Response> cart() => _dio.get('/cart');
              Future<void> other() async {
                final dio = Dio();
                dio.options.baseUrl = 'http://localhost:4000';
                await dio.post('/login', data: {'a': 1});
                await map.remove('/x');
              }
            }
            """
        );

        Assert.Equal(["GET '/cart' by _dio", "POST '/login' by dio"], file.Requests());
        Assert.Contains("_dio.baseURL = 'http://localhost:3000'", file.Names());
        Assert.Contains("dio.baseURL = 'http://localhost:4000'", file.Names());
    }

    [Theory]
    [InlineData("await dotenv.load();", "flutter.dotenv = '.env'")]
    [InlineData("await dotenv.load(fileName: 'assets/.env');", "flutter.dotenv = 'assets/.env'")]
    public void The_env_file_that_is_loaded_is_noted(string statement, string expected) => Assert.Equal([expected], SettingsOf(statement));

    [Theory]
    [InlineData("await dotenv.load(isOptional: true);")]
    [InlineData("try { await dotenv.load(); } catch (e) { print(e); }")]
    [InlineData("if (kDebugMode) { await dotenv.load(); }")]
    [InlineData("if (kDebugMode) await dotenv.load();")]
    [InlineData("await dotenv.load().catchError((_) {});")]
    public void A_load_that_may_fail_is_not(string statement) => Assert.Empty(SettingsOf(statement));

    [Fact]
    public void Tests_and_generated_files_are_left_out()
    {
        Assert.True(CodeFacts.Read("test/api_test.dart", "import 'x.dart';\nvoid main() {}\n").IsTest);
        Assert.DoesNotContain(Seaworthy.Reading.Readers.Code.CodeReaders.All, reader => reader.Accepts("lib/api.g.dart"));
    }

    private static IReadOnlyList<string> SettingsOf(string statement) =>
        CodeFacts
            .Read(
                "lib/main.dart",
                $"import 'package:flutter_dotenv/flutter_dotenv.dart';\nFuture<void> main() async {{\n  {statement}\n  runApp(App());\n}}\n"
            )
            .Sets();
}
