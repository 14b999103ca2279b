"""Views: values -> rich renderables. They print nothing, and put every text of a document through `words.plain`."""
