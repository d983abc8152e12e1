using Xunit;

namespace Seaworthy.Tests.Reading.Code.Jvm;

public sealed class SpringTests
{
    [Fact]
    public void Routes_hang_under_the_paths_of_their_class()
    {
        var file = CodeFacts.Read(
            "src/main/java/shop/OrderController.java",
            """
            package shop;
            import org.springframework.web.bind.annotation.*;

            @RestController
            @RequestMapping(value = "/api/orders", produces = "application/json")
            public class OrderController extends Base<Order> {
                private final OrderService orders;
                public OrderController(OrderService orders) { this.orders = orders; }

                @GetMapping
                public List<Order> all(@RequestParam(defaultValue = "0") int page) { return orders.all(page); }

                @GetMapping({"/{id}", "/by-id/{id}"})
                public <T extends Order> T one(@PathVariable String id) throws NotFound { return null; }

                @RequestMapping(path = "/{id}/pay", method = {RequestMethod.POST, RequestMethod.PUT})
                void pay() {}
            }
            """
        );

        Assert.Equal(
            "/api/orders",
            Assert.IsType<Seaworthy.Model.Declared.Code.CodeValue.Literal>(Assert.Single(file.Routers).Prefix).Text
        );
        Assert.Equal(
            [
                "OrderController GET ''",
                "OrderController GET '/{id}'",
                "OrderController GET '/by-id/{id}'",
                "OrderController POST '/{id}/pay'",
                "OrderController PUT '/{id}/pay'",
            ],
            file.Serves()
        );
        Assert.Equal("@GetMapping", file.Routes[0].Span.Text);
        Assert.Equal(10, file.Routes[0].Span.StartLine);
    }

    [Fact]
    public void Annotations_inside_others_take_nothing_from_the_method()
    {
        var file = CodeFacts.Read(
            "src/main/java/shop/Orders.java",
            """
            package shop;
            import org.springframework.web.bind.annotation.*;

            @RestController
            public class Orders {
                @GetMapping("/orders")
                @Operation(
                    summary = "All orders",
                    responses = { @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class))) }
                )
                public ResponseEntity<Page<Order>> all(@PageableDefault(size = 10) Pageable page) { return null; }

                @PutMapping("/orders/{id:[0-9]+}")
                public void change() {}
            }
            """
        );

        Assert.Equal(["GET", "PUT"], file.Routes.Select(route => route.Method));
    }

    [Fact]
    public void Kotlin_has_the_same_annotations()
    {
        var file = CodeFacts.Read(
            "src/main/kotlin/shop/Users.kt",
            """
            package shop
            import org.springframework.web.bind.annotation.*

            @RestController
            @RequestMapping("/users")
            class Users(private val service: UserService, @Value("\${users.page:20}") private val page: Int) : Logging() {

                @GetMapping("/{id}", "/by/{id}")
                fun one(@PathVariable id: String): User = service.one(id)

                @PostMapping(path = ["/new"])
                suspend fun create(@RequestBody user: User): User {
                    return service.create(user)
                }
            }
            """
        );

        Assert.Equal(["Users GET '/{id}'", "Users GET '/by/{id}'", "Users POST '/new'"], file.Serves());
        Assert.Equal("${users.page:20}", Assert.Single(file.PropertyReads).Value.Raw);
        Assert.Contains("page = $users.page:'20'", file.Names());
    }

    [Fact]
    public void Constants_of_the_file_are_paths()
    {
        var file = CodeFacts.Read(
            "src/main/java/A.java",
            """
            @RestController
            @RequestMapping(A.BASE)
            class A {
                static final String BASE = "/v1" + "/a";
                @DeleteMapping(BASE + "/{id}") void gone() {}
            }
            """
        );

        Assert.Equal(["A DELETE (@BASE+'/{id}')"], file.Serves());
        Assert.Contains("A.BASE = ('/v1'+'/a')", file.Names());
    }

    [Fact]
    public void An_interface_with_mappings_leaves_open_what_is_served()
    {
        var file = CodeFacts.Read("A.java", "interface A { @GetMapping(\"/x\") String x(); }");

        Assert.Contains("jvm.openRoutes = 'A'", file.Sets());
    }

    [Fact]
    public void A_path_that_a_property_gives_is_not_guessed()
    {
        var file = CodeFacts.Read(
            "A.java",
            "@RestController @RequestMapping(\"${api.prefix:/api}/v1\") class A { @GetMapping(\"/x\") String x() { return \"\"; } }"
        );

        Assert.Equal("($api.prefix+'/v1')", CodeFacts.Text(Assert.Single(file.Routers).Prefix));
    }

    [Fact]
    public void A_feign_client_calls_and_serves_nothing()
    {
        var file = CodeFacts.Read(
            "src/main/java/Client.java",
            """
            @FeignClient(name = "orders", url = "${orders.url:http://orders:8080}", path = "/api")
            public interface Client { @GetMapping("/orders/{id}") Order one(@PathVariable("id") long id); }
            @FeignClient("users")
            interface Users { @PostMapping(value = "users") void add(); }
            """
        );

        Assert.Empty(file.Routes);
        Assert.Equal(
            ["GET ($orders.url:'http://orders:8080'+''+'/api'+''+'/orders/{}')", "POST (('lb://'+'users')+'/'+'users')"],
            file.Requests()
        );
    }

    [Fact]
    public void Requests_of_templates_and_clients_are_read()
    {
        var file = CodeFacts.Read(
            "src/main/java/Calls.java",
            """
            class Calls {
                @Value("${stock.url}") private String stockUrl;
                private final WebClient client;
                Calls(WebClient.Builder builder) { this.client = builder.baseUrl("http://prices:81").build(); }
                void a(long id) {
                    restTemplate.getForObject(stockUrl + "/stock/" + id, Stock.class);
                    rest.exchange("http://x/y", HttpMethod.PUT, null, String.class);
                    restTemplate.exchange("http://x/y?z={z}", HttpMethod.PUT, null, String.class);
                    client.get().uri("/prices/{id}", id).retrieve();
                }
            }
            """
        );

        Assert.Equal(
            [
                "GET (@stockUrl+'/stock/'+<id is a parameter>) by restTemplate",
                "PUT 'http://x/y?z={}' by restTemplate",
                "GET '/prices/{}' by client",
            ],
            file.Requests()
        );
        Assert.Contains("client.baseURL = 'http://prices:81'", file.Names());
        Assert.Contains("stockUrl = $stock.url", file.Names());
    }
}
